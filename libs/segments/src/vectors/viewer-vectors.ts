import type { AffectEvent } from '../events/affect-event';
import type { ViewerTitles } from '../events/viewer-titles';
import { fitFeatureShrinkage, shrunkenValue, type FeatureShrinkage } from './feature-shrinkage';
import { measureTitles, type Measurements } from './measure-titles';
import { othersPolarity, type OthersPolarity } from './others-polarity';
import { robustScale, type RobustScale } from './robust-scale';
import { FEATURE_INDEX, VIEWER_FEATURES, type ViewerFeature } from './viewer-feature';

/** A viewer as numbers. */
export interface ViewerVector {
  readonly viewer: string;
  /** Titles that the viewer did something with. */
  readonly eventCount: number;
  /** In the units of the features, shrunken to the population, `[features]`. */
  readonly values: Float64Array;
  /** (value − middle)/spread, shares by the arcsine of their root; cut off at ±4, `[features]`; 0 where viewers do not differ. */
  readonly scaled: Float64Array;
}

/** How one feature is shrunken and scaled. */
export interface FeatureFit extends FeatureShrinkage, RobustScale {
  readonly feature: ViewerFeature;
}

/** Vectors of viewers, in their order, and how they came about. */
export interface ViewerVectors {
  readonly features: readonly FeatureFit[];
  readonly vectors: readonly ViewerVector[];
}

interface MeasuredViewer {
  readonly whole: Measurements;
  readonly halves: readonly [Measurements, Measurements];
}

/** This far out is far out; farther would let a handful of viewers be a group of their own. */
const FARTHEST = 4;
const NO_SCALE: RobustScale = { middle: 0, spread: 0 };

/** Shares by the arcsine of their root, so that chance is about as large near 0 as in the middle (Anscombe 1948). */
function evened(feature: ViewerFeature, value: number): number {
  return feature.startsWith('tone:') ? Math.asin(Math.sqrt(Math.min(1, Math.max(0, value)))) : value;
}

function scaledValue(value: number, { feature, middle, spread, strength }: FeatureFit): number {
  if (spread === 0 || strength === null) return 0;
  return Math.min(FARTHEST, Math.max(-FARTHEST, (evened(feature, value) - middle) / spread));
}

/** A place in the units of the features as `ViewerVector.scaled` has it. @param values `[features]` */
export function scaledBy(features: readonly FeatureFit[], values: ArrayLike<number>): Float64Array {
  return Float64Array.from(features, (fit) => scaledValue(values[FEATURE_INDEX[fit.feature]], fit));
}

function measureViewer({ titles }: ViewerTitles, others: OthersPolarity): MeasuredViewer {
  const half = (rest: 0 | 1): AffectEvent[] => titles.filter((_, i) => i % 2 === rest);
  return {
    whole: measureTitles(titles, others),
    halves: [measureTitles(half(0), others), measureTitles(half(1), others)],
  };
}

function shrinkageOf(feature: ViewerFeature, viewers: readonly MeasuredViewer[]): FeatureShrinkage {
  return fitFeatureShrinkage(
    viewers.map(({ whole, halves: [first, second] }) => ({
      whole: whole[feature],
      halves: [first[feature], second[feature]],
    })),
  );
}

/**
 * Describes viewers by what they did.
 * @param viewers all of them: also those with few titles say what others think of a title
 * @param leastEventCount means and spreads are those of viewers with as many titles at least
 */
export function buildViewerVectors(viewers: readonly ViewerTitles[], leastEventCount: number): ViewerVectors {
  const others = othersPolarity(viewers);
  const measured = viewers.map((viewer) => measureViewer(viewer, others));
  const shrinkages = VIEWER_FEATURES.map((feature) => shrinkageOf(feature, measured));
  const values = measured.map(({ whole }) =>
    Float64Array.from(VIEWER_FEATURES, (feature, f) => shrunkenValue(whole[feature], shrinkages[f])),
  );
  const fitted = values.filter((_, i) => viewers[i].titles.length >= leastEventCount);
  const features = VIEWER_FEATURES.map((feature, f) => {
    const seen = fitted.map((own) => evened(feature, own[f]));
    return { feature, ...shrinkages[f], ...(seen.length > 0 ? robustScale(seen) : NO_SCALE) };
  });
  const vectors = viewers.map(({ viewer, titles }, i) => ({
    ...{ viewer, eventCount: titles.length, values: values[i] },
    scaled: scaledBy(features, values[i]),
  }));
  return { features, vectors };
}

import { shuffled, type Random } from '@keyart/common';
import { momentsOf } from './moments';
import { nullPopulation } from './null-population';
import { stabilityOf } from './stability';

/** How firmly a number of segments stands. */
export interface KStability {
  readonly k: number;
  /** Mean adjusted Rand index of refits on the viewers. */
  readonly stability: number;
  /** The same on populations without groups. */
  readonly nullStability: number;
  /** (stability − nullStability)/(1 − nullStability): 0 as without groups, 1 always the same partition. */
  readonly gain: number;
}

/** The number of segments; null: there are none. */
export interface KChoice {
  readonly k: number | null;
  /** How each number fared. */
  readonly rows: readonly KStability[];
}

/** How far it is looked, and by which chance. */
export interface ChooseKSettings {
  readonly random: Random;
  /** At least 2. */
  readonly largestK: number;
}

/** As many viewers tell what all would, at a cost that does not grow with them. */
const SAMPLE_COUNT = 800;
const [REFITS, NULL_POPULATIONS] = [6, 4] as const;
/** Populations without groups, also such as no gamma distribution describes, reach .5 (measured, docs/insights/segments.md). */
export const LEAST_GAIN = 0.65;
/** Two segments taken for one are found again as surely as each by itself: of numbers this close the largest says the most. */
const AS_GOOD = 0.1;

/**
 * How many segments there are: the largest number whose partition is found again about as surely as any by bootstrap refits, against what a single hump of the
 * same means, covariances and skewness gives (von Luxburg 2010, 3; SigClust, Liu et al. 2008).
 * @param points at least one, `[n][features]`
 */
export function chooseK(points: readonly Float64Array[], { random, largestK }: ChooseKSettings): KChoice {
  const sample = shuffled(points, random).slice(0, SAMPLE_COUNT);
  const moments = momentsOf(sample);
  const nulls = Array.from({ length: NULL_POPULATIONS }, () =>
    nullPopulation(moments, sample.length, random),
  );
  const rows = Array.from({ length: largestK - 1 }, (_, i): KStability => {
    const settings = { k: i + 2, random, refitCount: REFITS };
    const stability = stabilityOf(sample, settings);
    const ofNulls = nulls.map((own) => stabilityOf(own, settings));
    const nullStability = ofNulls.reduce((sum, value) => sum + value, 0) / ofNulls.length;
    const room = 1 - nullStability;
    return {
      k: settings.k,
      stability,
      nullStability,
      gain: room > 0 ? (stability - nullStability) / room : 0,
    };
  });
  const least = Math.max(LEAST_GAIN, Math.max(...rows.map(({ gain }) => gain)) - AS_GOOD);
  return { k: rows.findLast(({ gain }) => gain >= least)?.k ?? null, rows };
}

import { hash32 } from '@keyart/common';
import type { TraitSums } from '../traits/trait-sums';
import { fitCovariogram, type Covariogram, type SumsByTitle } from './fit-covariogram';
import { predictEffects, type PredictedEffects } from './predict-effects';
import type { TitleSimilarity } from './title-similarity';

/** What was gained on titles left out, as a fraction of what there was to gain. */
export interface HeldOutGain {
  /** Squared error taken off the titles' effects over their variance; 1: all of it, below 0: transfer does harm. */
  readonly fraction: number;
  /** Standard error by title. */
  readonly standardError: number;
  readonly titleCount: number;
}

/** Transfer by one kind of similarity: what was learnt, and whether it may be used. */
export interface TransferPart {
  readonly covariogram: Covariogram;
  readonly gain: HeldOutGain;
  /** The guard against negative transfer: the gain on titles left out is above 0 by more than its standard error. */
  readonly isOn: boolean;
  /** Effects as predicted without the title and its fold, by title of the log. */
  readonly outOfFold: ReadonlyMap<string | number, Float64Array>;
  /** Of any title, from all others. Nothing where the guard has switched it off. */
  predict(title: string | number): PredictedEffects;
}

const FOLD_COUNT = 4;

function foldOf(title: string | number): number {
  return hash32(`transfer/${title}`, 0) % FOLD_COUNT;
}

/** Squared error that predicted effects take off a title's, weighted by information: Σ 2 β M − β² W. */
function gainOf(effects: Float64Array, { moment, weight }: TraitSums): number {
  return effects.reduce((sum, effect, t) => sum + 2 * effect * moment[t] - effect ** 2 * weight[t], 0);
}

/** Squared error there is to take off: Σ W τ². */
function possibleGain({ weight }: TraitSums, variance: number): number {
  return variance * weight.reduce((sum, value) => sum + value, 0);
}

function predictFold(
  sums: SumsByTitle,
  similar: TitleSimilarity,
  fold: number,
): Map<string | number, Float64Array> {
  const others = new Map([...sums].filter(([title]) => foldOf(title) !== fold));
  const covariogram = fitCovariogram(others, similar);
  const left = [...sums.keys()].filter((title) => foldOf(title) === fold);
  return new Map(
    left.map((title) => [title, predictEffects(title, others, { covariogram, similar }).effects]),
  );
}

function heldOutGain(
  sums: SumsByTitle,
  outOfFold: ReadonlyMap<string | number, Float64Array>,
  variance: number,
): HeldOutGain {
  const gains = [...sums].map(([title, own]) => gainOf(outOfFold.get(title) ?? new Float64Array(), own));
  const possible = [...sums.values()].reduce((sum, own) => sum + possibleGain(own, variance), 0);
  const count = gains.length;
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  const squares = gains.reduce((sum, gain) => sum + (gain - total / Math.max(1, count)) ** 2, 0);
  const error = Math.sqrt((squares * count) / Math.max(1, count - 1));
  if (possible === 0) return { fraction: 0, standardError: 0, titleCount: count };
  return { fraction: total / possible, standardError: error / possible, titleCount: count };
}

/**
 * Learns from the titles of a log what similar titles say of one another: covariogram and predictions, each title's tried on the others' first
 * (four folds of titles, the covariogram fitted without the fold too).
 */
export function fitTransferPart(sums: SumsByTitle, similar: TitleSimilarity): TransferPart {
  const folds = Array.from({ length: FOLD_COUNT }, (_, fold) => predictFold(sums, similar, fold));
  const outOfFold = new Map(folds.flatMap((fold) => [...fold]));
  const covariogram = fitCovariogram(sums, similar);
  const gain = heldOutGain(sums, outOfFold, covariogram.variance);
  const isOn = gain.fraction > gain.standardError;
  const used = isOn ? covariogram : { ...covariogram, scale: 0 };
  return {
    ...{ covariogram, gain, isOn, outOfFold },
    predict: (title) => predictEffects(title, sums, { covariogram: used, similar }),
  };
}

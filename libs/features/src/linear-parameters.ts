import { InputError } from '@keyart/common';
import { FEATURE_ERROR_CODES } from './errors';
import { FEATURE_LAYOUT } from './feature-layout';

/** Parameters of the linear model as JSON: weights sparse by `FEATURE_LAYOUT`, priors by artwork id. */
export interface LinearParameters {
  /** Indices of the non-zero weights, ascending, `[N]`, each below `FEATURE_LAYOUT.weightCount`. */
  readonly weightIndices: readonly number[];
  /** Aligned with `weightIndices`; reward scale. */
  readonly weightValues: readonly number[];
  /** Reward that an artwork earns beyond what its content explains; absent means 0. */
  readonly artworkPriors: Readonly<Record<string, number>>;
}

function fault(parameters: LinearParameters): string | null {
  const { weightIndices, weightValues } = parameters;
  if (weightIndices.length !== weightValues.length) return 'indices and values differ in length';
  const isPlace = (at: number): boolean => Number.isInteger(at) && at >= 0 && at < FEATURE_LAYOUT.weightCount;
  const misplaced = weightIndices.find((at) => !isPlace(at));
  if (misplaced !== undefined) return `no weight has index ${misplaced}`;
  const values = [...weightValues, ...Object.values(parameters.artworkPriors)];
  return values.every(Number.isFinite) ? null : 'a weight or prior is not a finite number';
}

/**
 * The weights laid out in full, `[FEATURE_LAYOUT.weightCount]`.
 * @throws InputError `BAD_WEIGHTS` when they do not fit the layout or are not finite
 */
export function denseWeights(parameters: LinearParameters): Float64Array {
  const found = fault(parameters);
  if (found) throw new InputError(FEATURE_ERROR_CODES.badWeights, `model weights: ${found}`);
  const weights = new Float64Array(FEATURE_LAYOUT.weightCount);
  parameters.weightIndices.forEach((at, i) => (weights[at] = parameters.weightValues[i]));
  return weights;
}

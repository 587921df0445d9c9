import type { RowTerm } from './row-term';

/** w: the importance weight. */
export const WEIGHT: RowTerm = { sql: 'weight', of: (_, { weight }, i) => weight[i] };

/** w r. */
export const WEIGHTED_REWARD: RowTerm = {
  sql: 'weight * reward',
  of: ({ reward }, { weight }, i) => weight[i] * reward[i],
};

/** Σ_a π(a) q(a). */
export const EXPECTED_PREDICTION: RowTerm = {
  sql: 'expected_prediction',
  of: (_, { expectedPrediction }, i) => expectedPrediction?.[i] ?? NaN,
};

/** w (r − q). */
export const WEIGHTED_RESIDUAL: RowTerm = {
  sql: 'weight * (reward - prediction)',
  of: (log, { weight }, i) => weight[i] * residual(log, i),
};

/** r − q: what the reward model did not foresee. */
export function residual(
  { reward, prediction }: { reward: Float64Array; prediction: Float64Array | null },
  i: number,
): number {
  return reward[i] - (prediction?.[i] ?? NaN);
}

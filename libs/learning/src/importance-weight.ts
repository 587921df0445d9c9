import type { RewardedChoice } from './training-row';

/** What a weight is made of. */
export type LoggedDraw = Pick<RewardedChoice, 'propensity' | 'candidateCount'>;

/**
 * min(1 / (K · propensity), maxWeight): the weight that makes a logged choice count as under uniform logging, clipped.
 * Unbiased for the uniform policy where the clip does not bite; the clip trades a little bias for bounded variance
 * (Ionides 2008, "Truncated importance sampling"). 1 for every row of a uniform log.
 */
export function importanceWeight(row: LoggedDraw, maxWeight: number): number {
  return Math.min(1 / (row.candidateCount * row.propensity), maxWeight);
}

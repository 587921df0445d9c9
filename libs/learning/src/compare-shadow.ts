import { InputError } from '@keyart/common';
import { LEARNING_ERROR_CODES } from './errors';

/** A decision of the served policy, and what the shadow would have done. */
export interface ShadowedChoice {
  readonly memberId: string;
  readonly reward: number;
  /** p: the served policy's probability of the artwork shown, in (0, 1]. */
  readonly propensity: number;
  /** q: the shadow's probability of the same artwork, in [0, 1]. */
  readonly shadowProbability: number;
}

/** How a shadow would have done beside what served, on the reward scale. */
export interface ShadowComparison {
  readonly decisionCount: number;
  /** (Σ w)² / Σ w², Kish 1965; 0 without overlap. */
  readonly effectiveCount: number;
  readonly largestWeight: number;
  readonly servedValue: number;
  readonly shadowValue: number;
  /** Shadow minus served. */
  readonly difference: number;
  readonly standardError: number;
}

function sumBy<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}

function weightOf({ propensity, shadowProbability, reward }: ShadowedChoice, index: number): number {
  const isUsable = propensity > 0 && propensity <= 1 && Number.isFinite(reward);
  if (isUsable && shadowProbability >= 0 && shadowProbability <= 1) return shadowProbability / propensity;
  throw new InputError(LEARNING_ERROR_CODES.badRow, `row ${index}: not a shadowed choice`);
}

/** Standard error of a mean of `influences`, those of one member taken together. */
function clusteredError(rows: readonly ShadowedChoice[], influences: readonly number[]): number {
  const byMember = new Map<string, number>();
  rows.forEach(({ memberId }, i) => byMember.set(memberId, (byMember.get(memberId) ?? 0) + influences[i]));
  const squares = sumBy([...byMember.values()], (sum) => sum ** 2);
  return Math.sqrt((squares * byMember.size) / (byMember.size - 1)) / rows.length;
}

/**
 * Estimates from the served policy's log what the shadow would have earned, and the difference with its standard error.
 * Self-normalised importance sampling (SNIPS; Swaminathan & Joachims 2015, section 4): V = Σ w r / Σ w, w = q / p; the served
 * value is the mean of the same rewards, so what the decisions have in common cancels. Linearised,
 * se² = M/(M − 1) Σ_m (Σ_{i of m} φ_i)² / n² with φ = w (r − V) / w̄ − (r − r̄): rewards of one of the M members may depend
 * on each other. Consistent where every artwork the shadow may show had a positive propensity, which the exploration floor
 * grants. Not settled (standard error NaN) with fewer than two members or no overlap.
 * @param rows unlocked, rewarded decisions of one served policy, any order
 * @throws InputError `BAD_TRAINING_ROW` naming the row
 */
export function compareShadow(rows: readonly ShadowedChoice[]): ShadowComparison {
  const weights = rows.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const servedValue = sumBy(rows, ({ reward }) => reward) / rows.length;
  const shadowValue = rows.reduce((sum, { reward }, i) => sum + weights[i] * reward, 0) / total;
  const influences = rows.map(
    ({ reward }, i) => (weights[i] * rows.length * (reward - shadowValue)) / total - (reward - servedValue),
  );
  return {
    decisionCount: rows.length,
    effectiveCount: total > 0 ? total ** 2 / sumBy(weights, (weight) => weight ** 2) : 0,
    largestWeight: weights.reduce((most, weight) => Math.max(most, weight), 0),
    ...{ servedValue, shadowValue, difference: shadowValue - servedValue },
    standardError: clusteredError(rows, influences),
  };
}

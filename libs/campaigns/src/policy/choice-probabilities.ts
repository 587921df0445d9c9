import type { BetaParameters } from '@keyart/evaluation';
import { bestProbabilities } from './best-probabilities';

/** Share of the choices that is spread evenly over the creatives, so that each is tried and every weight is bounded. Ours. */
export const CAMPAIGN_FLOOR = 0.05;

/**
 * What a choice is drawn from: `(1 − ε) P(best) + ε/K`. Not an estimate of how often some draw would pick each creative: the draw is made from
 * these very numbers.
 * @param posteriors `[K]`, K ≥ 1
 * @param epsilon in [0, 1]
 * @returns `[K]`, each at least ε/K, sum 1 up to rounding
 */
export function choiceProbabilities(posteriors: readonly BetaParameters[], epsilon: number): number[] {
  return withFloor(bestProbabilities(posteriors), epsilon);
}

/** `(1 − ε) p + ε/K` of each. @param probabilities `[K]` @param epsilon in [0, 1] */
export function withFloor(probabilities: readonly number[], epsilon: number): number[] {
  return probabilities.map((p) => (1 - epsilon) * p + epsilon / probabilities.length);
}

import type { Estimator, Means } from './estimator';
import { EXPECTED_PREDICTION, WEIGHT, WEIGHTED_RESIDUAL } from './terms';

/**
 * Self-normalised doubly robust, `En[Σ_a π(a) q(a)] + En[w (r − q)] / En[w]`. Consistent where SNIPS is.
 * Source: Thomas & Brunskill, Data-efficient off-policy policy evaluation for reinforcement learning, ICML 2016 (weighted DR).
 */
export const SNDR: Estimator = {
  ...{ name: 'sndr', needs: ['reward-model'], terms: [EXPECTED_PREDICTION, WEIGHTED_RESIDUAL, WEIGHT] },
  unclippedWeight: WEIGHT,
  value: ([expected, residual, weight]: Means) => expected + residual / weight,
  gradient: ([, residual, weight]: Means) => [1, 1 / weight, -residual / weight ** 2],
};

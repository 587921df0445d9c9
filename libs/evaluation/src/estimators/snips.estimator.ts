import type { Estimator, Means } from './estimator';
import { WEIGHT, WEIGHTED_REWARD } from './terms';

/**
 * Self-normalised IPS, `En[w r] / En[w]`. Consistent, with a bias of order 1/n; not moved by a constant factor in all propensities nor by
 * chance in the weights' sum, hence far less variance than IPS where values are away from 0. Its error linearises numerator and
 * denominator: `sd(w (r − v) / En[w]) / √n`.
 * Source: Swaminathan & Joachims, The self-normalized estimator for counterfactual learning, NIPS 2015.
 */
export const SNIPS: Estimator = {
  ...{ name: 'snips', needs: [], terms: [WEIGHTED_REWARD, WEIGHT] },
  unclippedWeight: WEIGHT,
  value: ([weightedReward, weight]: Means) => weightedReward / weight,
  gradient: ([weightedReward, weight]: Means) => [1 / weight, -weightedReward / weight ** 2],
};

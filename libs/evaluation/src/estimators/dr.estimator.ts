import type { Estimator } from './estimator';
import { meanOf } from './mean-of';
import { EXPECTED_PREDICTION, WEIGHT, WEIGHTED_RESIDUAL } from './terms';

/**
 * Doubly robust, `En[Σ_a π(a) q(a) + w (r − q)]`. Unbiased where IPS is, whatever the model, given that no row was used to fit the model
 * that corrects it; with a good model of less variance.
 * Source: Dudík, Langford & Li, Doubly robust policy evaluation and learning, ICML 2011.
 */
export const DR: Estimator = {
  ...meanOf('dr', [EXPECTED_PREDICTION, WEIGHTED_RESIDUAL], ['reward-model']),
  unclippedWeight: WEIGHT,
};

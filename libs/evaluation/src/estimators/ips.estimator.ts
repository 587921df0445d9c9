import type { Estimator } from './estimator';
import { meanOf } from './mean-of';
import { WEIGHT, WEIGHTED_REWARD } from './terms';

/**
 * Inverse propensity scoring, `En[w r]`. Unbiased where the logging policy gives every action that the target policy may take a
 * probability above 0 and propensities are true; its variance grows with the weights.
 * Source: Horvitz & Thompson, A generalization of sampling without replacement from a finite universe, JASA 1952.
 */
export const IPS: Estimator = { ...meanOf('ips', [WEIGHTED_REWARD]), unclippedWeight: WEIGHT };

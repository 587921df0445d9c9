import type { Estimator, Means } from './estimator';
import type { RowTerm } from './row-term';
import { WEIGHT, WEIGHTED_REWARD } from './terms';

/** r / (K p): what uniform choice among K candidates earns. */
const UNIFORM_REWARD: RowTerm = {
  sql: 'reward / (candidate_count * propensity)',
  of: ({ reward, propensity, candidateCount }, _, i) =>
    reward[i] / ((candidateCount?.[i] ?? NaN) * propensity[i]),
};

/**
 * Value by that of choosing at random, `Σ w r / Σ r / (K p)`: 1 is chance, whatever the number of candidates.
 * Valid where IPS is; the denominator is IPS for the uniform policy.
 */
export const NORMALISED_IPS: Estimator = {
  ...{ name: 'normalised-ips', needs: ['candidates'], terms: [WEIGHTED_REWARD, UNIFORM_REWARD] },
  unclippedWeight: WEIGHT,
  value: ([reward, chance]: Means) => reward / chance,
  gradient: ([reward, chance]: Means) => [1 / chance, -reward / chance ** 2],
};

import type { Estimator, Means } from './estimator';
import type { RowTerm } from './row-term';

/** π(a): for a deterministic policy whether it would have done what was done. */
const MATCH: RowTerm = {
  sql: 'weight * propensity',
  of: ({ propensity }, { weight }, i) => weight[i] * propensity[i],
};

const MATCHED_REWARD: RowTerm = {
  sql: 'weight * propensity * reward',
  of: ({ propensity, reward }, { weight }, i) => weight[i] * propensity[i] * reward[i],
};

/**
 * Mean reward where the policy agrees with the log, `En[π(a) r] / En[π(a)]`. Right only where the logging policy was uniform over equally
 * many candidates; otherwise it judges the policy on what production preferred to show.
 * Source: Li, Chu, Langford & Wang, Unbiased offline evaluation of contextual-bandit-based news article recommendation algorithms, WSDM 2011.
 */
export const REPLAY: Estimator = {
  ...{ name: 'replay', needs: [], terms: [MATCHED_REWARD, MATCH] },
  value: ([reward, match]: Means) => reward / match,
  gradient: ([reward, match]: Means) => [1 / match, -reward / match ** 2],
};

import type { Configuration } from '@keyart/common';
import type { ServingParameters } from '@keyart/ranking';

/** What of the configuration shapes a policy. */
export type PolicyConfiguration = Pick<
  Configuration,
  'SQUARE_CB_GAMMA' | 'EXPLORATION_EPSILON' | 'STICKY_MINIMUM_MS' | 'STICKY_MARGIN'
>;

/** The composed policies' parameters as the configuration sets them. */
export function servingParametersOf(configuration: PolicyConfiguration): ServingParameters {
  return {
    gamma: configuration.SQUARE_CB_GAMMA,
    epsilon: configuration.EXPLORATION_EPSILON,
    stickyMinimumMs: configuration.STICKY_MINIMUM_MS,
    stickyMargin: configuration.STICKY_MARGIN,
  };
}

import type { Configuration } from '@keyart/common';
import type { SliceShares } from '@keyart/ranking';

/** What of the configuration sizes the slices. */
export type SliceConfiguration = Pick<
  Configuration,
  'SLICE_UNIFORM_FRACTION' | 'SLICE_POPULAR_FRACTION' | 'SLICE_NOT_PERSONALISED_FRACTION'
>;

/** The always-on slices' shares as the configuration sets them. */
export function sliceSharesOf(configuration: SliceConfiguration): SliceShares {
  return {
    uniform: configuration.SLICE_UNIFORM_FRACTION,
    popular: configuration.SLICE_POPULAR_FRACTION,
    'not-personalised': configuration.SLICE_NOT_PERSONALISED_FRACTION,
  };
}

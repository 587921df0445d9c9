import type { ArtworkDescriptor } from '@keyart/features';

/** An artwork of the title put before a policy; ineligible ones come along with their reasons. */
export interface Candidate {
  readonly descriptor: ArtworkDescriptor;
  /** Named reasons from the catalogue's eligibility check; empty means eligible. */
  readonly ineligibleReasons: readonly string[];
}

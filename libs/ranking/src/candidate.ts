import type { ArtworkDescriptor } from '@keyart/features';

/** An artwork of the title put before a policy; ineligible ones come along with their reasons. */
export interface Candidate {
  readonly descriptor: ArtworkDescriptor;
  /** Named reasons from the catalogue's eligibility check; empty means eligible. */
  readonly ineligibleReasons: readonly string[];
}

/** Whether the artwork may be shown. */
export function isEligible(candidate: Candidate): boolean {
  return candidate.ineligibleReasons.length === 0;
}

/** Where the artwork stands among the candidates; -1 when it is not there or may not be shown. */
export function eligiblePosition(candidates: readonly Candidate[], artworkId: string): number {
  for (let i = 0; i < candidates.length; i++) {
    if (candidates[i].descriptor.artworkId === artworkId && isEligible(candidates[i])) return i;
  }
  return -1;
}

import { isEligible, type Candidate } from '@keyart/ranking';

/** Why an artwork that this viewer called misleading is not shown to them. */
export const REPORTED_MISLEADING = 'reported-misleading';

/**
 * The candidates for a viewer who called some of the artworks misleading: those are not shown to them any more, unless
 * nothing else may be shown.
 * @param candidates `[K]` of one title
 * @param reportedIds artworks of the title that the viewer reported
 * @returns `[K]` in the same order; the same array where nothing changes
 */
export function excludeReported(
  candidates: readonly Candidate[],
  reportedIds: readonly string[],
): readonly Candidate[] {
  if (reportedIds.length === 0) return candidates;
  const isReported = ({ descriptor }: Candidate): boolean => reportedIds.includes(descriptor.artworkId);
  if (!candidates.some((candidate) => isEligible(candidate) && !isReported(candidate))) return candidates;
  return candidates.map((candidate) => (isReported(candidate) ? reported(candidate) : candidate));
}

function reported({ descriptor, ineligibleReasons }: Candidate): Candidate {
  return { descriptor, ineligibleReasons: [...ineligibleReasons, REPORTED_MISLEADING] };
}

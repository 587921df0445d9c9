import type { Candidate } from '@keyart/ranking';

/**
 * Says why nothing of a title may be shown, most frequent reason first.
 * @param candidates the title's artworks, all ineligible
 * @returns e.g. `none of 5 artworks may be shown: aspect-mismatch 3, rights-expired 2`
 */
export function countReasons(candidates: readonly Candidate[]): string {
  if (candidates.length === 0) return 'the title has no artworks';
  const counts = new Map<string, number>();
  for (const reason of candidates.flatMap((candidate) => candidate.ineligibleReasons)) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const named = [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${reason} ${count}`);
  return `none of ${candidates.length} artworks may be shown: ${named.join(', ')}`;
}

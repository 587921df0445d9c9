import type { Candidate } from './candidate';

/** The one order of candidates, by artwork id in UTF-16 code units (no locale); for `Array.prototype.sort`. */
export function byArtworkId(a: Candidate, b: Candidate): number {
  const [left, right] = [a.descriptor.artworkId, b.descriptor.artworkId];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether the candidates stand in canonical order (the catalogue keeps them so) and no artwork comes twice. */
export function isCanonical(candidates: readonly Candidate[]): boolean {
  for (let i = 1; i < candidates.length; i++) {
    if (!(candidates[i - 1].descriptor.artworkId < candidates[i].descriptor.artworkId)) return false;
  }
  return true;
}

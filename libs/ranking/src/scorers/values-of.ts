import type { Candidate } from '../candidate';

/**
 * The candidates' values, `[E]`, from a list by artwork.
 * @param artworkIds `[K]`
 * @param values `[K]`, aligned with the ids
 * @returns null where a candidate has none
 */
export function valuesOf(
  candidates: readonly Candidate[],
  artworkIds: readonly string[],
  values: readonly number[],
): readonly number[] | null {
  const aligned = candidates.map(({ descriptor }) => values[artworkIds.indexOf(descriptor.artworkId)]);
  return aligned.every((value) => value !== undefined) ? aligned : null;
}

import type { ChangedTerm } from './changed-terms';

/** A review after an onset that may be shown. */
export interface SampleReview {
  readonly reviewId: string;
  readonly terms: ReadonlySet<string>;
  /** Near-duplicates have the same group; null: alone. */
  readonly duplicateGroup: string | null;
}

/** A term that was shown once counts half for the next review. */
const SHOWN_FACTOR = 0.5;

/**
 * Ids of reviews that show what changed: one after the other the review whose words weigh most, by z of the terms that became more frequent over the
 * root of its length; words shown already count less, and of near-duplicates one is shown. Equal ones by id. Fewer where reviews run out.
 * @param count at most
 */
export function chooseSamples(
  reviews: readonly SampleReview[],
  terms: readonly ChangedTerm[],
  count: number,
): string[] {
  const worth = new Map(terms.filter(({ z }) => z > 0).map(({ term, z }) => [term, z]));
  const chosen: string[] = [];
  let left = [...reviews].sort((a, b) => (a.reviewId < b.reviewId ? -1 : 1));
  const worthOf = ({ terms: own }: SampleReview): number =>
    [...own].reduce((sum, term) => sum + (worth.get(term) ?? 0), 0) / Math.sqrt(Math.max(1, own.size));
  while (chosen.length < count && left.length > 0) {
    const best = left.reduce((one, other) => (worthOf(other) > worthOf(one) ? other : one));
    chosen.push(best.reviewId);
    for (const term of best.terms) worth.set(term, (worth.get(term) ?? 0) * SHOWN_FACTOR);
    left = left.filter(
      ({ reviewId, duplicateGroup }) =>
        reviewId !== best.reviewId && (duplicateGroup === null || duplicateGroup !== best.duplicateGroup),
    );
  }
  return chosen;
}

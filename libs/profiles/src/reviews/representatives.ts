import { CopiedTexts } from '../text/copied-texts';
import type { ProfiledReview } from './profiled-review';

/** Shorter texts are not compared: two people may well both say "loved it". */
export const LEAST_COMPARED_TOKENS = 4;

/** Whether a review comes before another: earlier, then by id. */
export function isBefore(a: ProfiledReview, b: ProfiledReview): boolean {
  return a.createdAtMs < b.createdAtMs || (a.createdAtMs === b.createdAtMs && a.reviewId < b.reviewId);
}

/**
 * The reviews that count: of near-duplicate texts the earliest one. Does not depend on the order of the reviews.
 * @returns in the order given
 */
export function representatives(reviews: readonly ProfiledReview[]): ProfiledReview[] {
  const texts = new CopiedTexts();
  const compared = reviews.filter(({ tokenCount }) => tokenCount >= LEAST_COMPARED_TOKENS);
  compared.forEach(({ simHash }) => texts.add(simHash));
  const first = new Map<number, ProfiledReview>();
  compared.forEach((review, index) => {
    const group = texts.groupOf(index);
    const known = first.get(group);
    if (!known || isBefore(review, known)) first.set(group, review);
  });
  const kept = new Set(first.values());
  return reviews.filter((review) => review.tokenCount < LEAST_COMPARED_TOKENS || kept.has(review));
}

import { findBombing, type BombingReport } from '../bombing/find-bombing';
import type { ProfiledReview } from '../reviews/profiled-review';
import { representatives } from '../reviews/representatives';

/** A title's reviews, told apart. */
export interface AssessedTitle extends BombingReport {
  /** Those that would count if nothing were held back: copies once. */
  readonly raw: readonly ProfiledReview[];
  /** Those that count. */
  readonly cleaned: readonly ProfiledReview[];
  /** Near-duplicates of others that count, among those not held back. */
  readonly copyCount: number;
}

/** Tells apart what counts of a title's reviews. Depends on the reviews only, not on the order or the parts they came in. */
export function assessTitle(reviews: readonly ProfiledReview[]): AssessedTitle {
  const report = findBombing(reviews);
  const kept = reviews.filter(({ reviewId }) => !report.quarantined.has(reviewId));
  const cleaned = representatives(kept);
  return { ...report, raw: representatives(reviews), cleaned, copyCount: kept.length - cleaned.length };
}

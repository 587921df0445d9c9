import type { ProfiledReview } from '../reviews/profiled-review';

/** Which reviews of a title are asked for; what is left out does not matter. */
export interface ReviewFilter {
  readonly country?: string;
  readonly segment?: string;
  /** Written at or after. */
  readonly fromMs?: number;
}

/** Whether a review is asked for. Who is told apart (copies, bombing) is told before, among all reviews. */
export function isAskedFor(review: ProfiledReview, { country, segment, fromMs }: ReviewFilter): boolean {
  return (
    (country === undefined || review.country === country) &&
    (segment === undefined || review.segment === segment) &&
    (fromMs === undefined || review.createdAtMs >= fromMs)
  );
}

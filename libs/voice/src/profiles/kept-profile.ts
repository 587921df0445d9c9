import type { AnalysedReview } from '@keyart/contracts';
import type { Bombing, ProfiledReview, SentimentSums, TitleProfile, TrendPoint } from '@keyart/profiles';

/** What is kept of a title's profile: figures with and without the reviews held back. */
export interface KeptProfile {
  readonly cleaned: TitleProfile;
  readonly raw: TitleProfile;
  readonly copyCount: number;
  readonly quarantinedCount: number;
  readonly bombings: readonly Bombing[];
  readonly trend: readonly TrendPoint[];
}

/** Sums of the cleaned reviews. */
export type KeptSums = SentimentSums;

/** A stored review as profiles see it. */
export function profiledReviewOf(review: AnalysedReview): ProfiledReview {
  const { reviewId, polarity, intensity, tones, aspects, flags, starFraction, country, segment } = review;
  const { accountAgeDays, simHash, tokenCount } = review;
  return {
    ...{ reviewId, createdAtMs: review.createdAt.getTime(), polarity, intensity, tones, aspects, flags },
    ...{ starFraction, country, segment, accountAgeDays, simHash, tokenCount },
  };
}

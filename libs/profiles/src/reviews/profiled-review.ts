import type { AspectReading, SentimentFlag, ToneReading } from '@keyart/contracts';

/** A review as profiles see it: what was read out of its text, and what tells how far to trust it. */
export interface ProfiledReview {
  readonly reviewId: string;
  readonly createdAtMs: number;
  /** In [−1, 1]. */
  readonly polarity: number;
  /** In [0, 1]. */
  readonly intensity: number;
  readonly tones: readonly ToneReading[];
  readonly aspects: readonly Pick<AspectReading, 'aspect' | 'polarity'>[];
  readonly flags: readonly SentimentFlag[];
  /** Stars as a share of the most there are, in [0, 1]; null: none were given. */
  readonly starFraction: number | null;
  /** ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null;
  /** Of its author; null: not known. */
  readonly segment: string | null;
  /** Age of its author's account when it was written; null: not known. */
  readonly accountAgeDays: number | null;
  /** Of `simHash`. */
  readonly simHash: bigint;
  /** Of `textTokens`. */
  readonly tokenCount: number;
}

import type { SentimentReading } from './sentiment';

/** `waiting`: not read yet. `quarantined`: read, but held back from the profile. `rejected`: given up, for the engine fails on it. */
export const TITLE_REVIEW_STATES = ['waiting', 'analysed', 'quarantined', 'rejected'] as const;

/** One of the states. */
export type TitleReviewState = (typeof TITLE_REVIEW_STATES)[number];

/** A review as it comes in. */
export interface NewTitleReview {
  readonly reviewId: string;
  /** Where it was written, e.g. `app` or a partner's name; ids are unique within. */
  readonly source: string;
  readonly externalId: string;
  readonly titleId: string;
  /** Its author, a member of this service; null: somebody else's, or not known. */
  readonly memberId: string | null;
  readonly text: string;
  /** Stars as a share of the most there are, in [0, 1]; null: none were given. */
  readonly starFraction: number | null;
  /** ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null;
  /** Age of its author's account when it was written; null: not known. */
  readonly accountAgeDays: number | null;
  readonly createdAt: Date;
  /** Words of the text, as copies are compared. */
  readonly tokenCount: number;
  /** Near-duplicate texts differ in few of its 64 bits. */
  readonly simHash: bigint;
}

/** A review that waits to be read. */
export interface WaitingReview {
  readonly reviewId: string;
  readonly titleId: string;
  readonly memberId: string | null;
  readonly text: string;
}

/** What came of reading a review; `reason`: why it was given up. */
export type ReviewAnalysis =
  | { readonly reviewId: string; readonly reading: SentimentReading; readonly segment: string | null }
  | { readonly reviewId: string; readonly reading: null; readonly reason: string };

/** A review that was read, without text and author. */
export interface AnalysedReview extends Pick<
  SentimentReading,
  'polarity' | 'intensity' | 'tones' | 'aspects' | 'flags' | 'engineVersion'
> {
  readonly reviewId: string;
  readonly createdAt: Date;
  readonly receivedAt: Date;
  readonly starFraction: number | null;
  readonly country: string | null;
  readonly segment: string | null;
  readonly accountAgeDays: number | null;
  readonly tokenCount: number;
  readonly simHash: bigint;
  readonly state: 'analysed' | 'quarantined';
  /** Null: no profile has counted it yet. */
  readonly profiledAt: Date | null;
}

/** A profile as it is kept; what it holds is the business of who builds it. */
export interface TitleProfileRecord<Profile = unknown, Sums = unknown> {
  readonly version: string;
  readonly titleId: string;
  readonly microGenre: string | null;
  readonly engineVersion: string | null;
  readonly profile: Profile;
  readonly sums: Sums;
  readonly builtAt: Date;
}

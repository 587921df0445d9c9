import type { Interval } from '@keyart/evaluation';
import type { Claim } from './claim';

/** What the data says of a claim. */
export const CLAIM_VERDICTS = ['supported', 'not supported', 'too little data'] as const;

/** One of them. */
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** A group's titles. */
export interface ClaimGroup {
  readonly genres: readonly string[];
  readonly titleCount: number;
  readonly reviewCount: number;
  /** Over titles; null: there are none. */
  readonly mean: number | null;
}

/** The comparison without the title that most reviews are of. */
export interface WithoutLargest {
  readonly titleName: string;
  readonly reviewCount: number;
  /** Of all reviews that were compared. */
  readonly reviewShare: number;
  readonly effect: number;
  readonly interval: Interval;
  /** Whether it says the same: the interval lies on the same side of 0, or holds 0 as before. */
  readonly agrees: boolean;
}

/** A claim with verdict, reason and figures. */
export interface ClaimResult {
  readonly claim: Claim;
  readonly verdict: ClaimVerdict;
  /** A sentence. */
  readonly reason: string;
  readonly groupA: ClaimGroup;
  readonly groupB: ClaimGroup;
  /** Titles of both groups, and titles with too few reviews: neither was compared. */
  readonly titlesOfBothCount: number;
  readonly thinTitleCount: number;
  readonly test: 'Welch’s t over titles; bootstrap of titles';
  /** Null: too few titles to compare. */
  readonly comparison: ClaimComparison | null;
}

/** Mean over titles of A less that of B, in the measure's unit. */
export interface ClaimComparison {
  readonly effect: number;
  readonly standardError: number;
  /** 95%, Welch's. */
  readonly interval: Interval;
  readonly bootstrapInterval: Interval;
  readonly pValue: number;
  /** Corrected over all claims tested together (Benjamini–Hochberg). */
  readonly adjustedPValue: number;
  readonly smallestEffect: number;
  /** What would have been seen with 80% power. */
  readonly minimumDetectableEffect: number;
  readonly withoutLargest: WithoutLargest;
}

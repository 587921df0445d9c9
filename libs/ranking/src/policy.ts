import type { Source, StickyOutcome, TierFailure } from '@keyart/contracts';
import type { Candidate } from './candidate';
import type { DecisionContext } from './decision-context';

/** A distribution over the candidates and how it came about. */
export interface PolicyDistribution {
  readonly kind: 'distribution';
  /** `[K]`, aligned with the candidates given; each in [0, 1], 0 for the ineligible; sums to 1. */
  readonly probabilities: readonly number[];
  /** `[K]` on the reward scale, null where the tier has no scores (or the candidate is ineligible). */
  readonly scores: readonly (number | null)[];
  readonly source: Source;
  readonly modelVersion: string;
  readonly stickyOutcome: StickyOutcome;
  readonly isLocked: boolean;
  /** Tiers tried before this one. */
  readonly tierFailures: readonly TierFailure[];
}

/** The policy cannot answer here; a fallback may. */
export interface PolicyUnavailable {
  readonly kind: 'unavailable';
  readonly failures: readonly TierFailure[];
}

/** What a policy answers. */
export type PolicyAnswer = PolicyDistribution | PolicyUnavailable;

/**
 * A map from (context, candidates) to a distribution: rankers are policies, and combinators take policies and return one.
 * Pure and deterministic: no clock, no chance, no state; the order of the candidates does not matter.
 */
export interface Policy {
  /** For people and logs, e.g. `squarecb(bandit)`. */
  readonly name: string;
  distribute(context: DecisionContext, candidates: readonly Candidate[]): PolicyAnswer;
}

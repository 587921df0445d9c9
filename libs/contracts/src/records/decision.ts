import type { Surface } from './surface';

/** The tier whose scores made the choice. */
export const SOURCES = ['llm', 'bandit', 'popular', 'editorial', 'random'] as const;

/** One of the tiers. */
export type Source = (typeof SOURCES)[number];

/** Policies a request may name. */
export const SERVED_POLICIES = ['production', 'llm'] as const;

/** One of the served policies. */
export type ServedPolicy = (typeof SERVED_POLICIES)[number];

/** What the picture shown before did to this choice. */
export const STICKY_OUTCOMES = ['none', 'held', 'released', 'locked'] as const;

/** One of the sticky outcomes. */
export type StickyOutcome = (typeof STICKY_OUTCOMES)[number];

/** A candidate as decided: its final probability and, where the tier scored, its score on the reward scale. */
export interface DecidedCandidate {
  readonly artworkId: string;
  readonly probability: number;
  readonly score: number | null;
}

/** An artwork that could not be shown, and why. */
export interface ExcludedArtwork {
  readonly artworkId: string;
  readonly reasons: readonly string[];
}

/** A tier that could not answer, and why. */
export interface TierFailure {
  readonly source: Source;
  readonly reason: string;
}

/** Everything known about one choice; written before the answer leaves, never changed after. */
export interface DecisionRecord {
  readonly decisionId: string;
  readonly requestId: string;
  readonly memberId: string;
  readonly titleId: string;
  readonly artworkId: string;
  /** Final probability of `artworkId`, floors and stickiness included, in (0, 1]. */
  readonly propensity: number;
  /** Eligible candidates, by artwork id; probabilities sum to 1. */
  readonly candidates: readonly DecidedCandidate[];
  readonly excluded: readonly ExcludedArtwork[];
  /** Order in which the LLM saw the options; null where order does not exist. */
  readonly optionOrder: readonly string[] | null;
  readonly source: Source;
  readonly policy: ServedPolicy;
  /** Content hash of the composed policy's parameters. */
  readonly policyVersion: string;
  /** Version of the model behind `source`. */
  readonly modelVersion: string;
  readonly profileVersion: string;
  readonly featureVersion: string;
  /** Hash of everything the propensity is conditional on. */
  readonly contextHash: string;
  /** Arm of the experiment mixture; null where the request named the policy. */
  readonly arm: string | null;
  readonly stickyOutcome: StickyOutcome;
  /** Picture shown before under this policy. */
  readonly previousArtworkId: string | null;
  /** Locked decisions have propensity 1 and are left out by the evaluator. */
  readonly isLocked: boolean;
  readonly tierFailures: readonly TierFailure[];
  readonly surface: Surface;
  readonly row: number;
  readonly position: number;
  readonly decidedAt: Date;
}

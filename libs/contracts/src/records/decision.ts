import type { Surface } from './surface';

/** The tier whose scores made the choice; `hybrid-…`: the bandit with that model's log-probabilities. */
export const SOURCES = [
  'llm',
  'student',
  'hybrid-llm',
  'hybrid-student',
  'campaign',
  'bandit',
  'popular',
  'editorial',
  'random',
] as const;

/** One of the tiers. */
export type Source = (typeof SOURCES)[number];

/** The policies that rank for the viewer: today's production, the LLM that wants to be, and both together. */
export const RANKERS = ['production', 'llm', 'hybrid'] as const;

/** One of the rankers. */
export type Ranker = (typeof RANKERS)[number];

/** Always-on shares of the members, each served by the policy of its name, whatever experiments run. */
export const SLICES = ['uniform', 'popular', 'not-personalised'] as const;

/** One of the slices. */
export type Slice = (typeof SLICES)[number];

/** Policies that serve: the rankers, and those of the slices. */
export const SERVED_POLICIES = [...RANKERS, ...SLICES] as const;

/** One of the served policies. */
export type ServedPolicy = (typeof SERVED_POLICIES)[number];

/** Who said which policy serves, the first that spoke: the request, the member's preference, a slice, an experiment, nobody. */
export const ASSIGNERS = ['request', 'preference', 'slice', 'experiment', 'default'] as const;

/** One of the assigners. */
export type Assigner = (typeof ASSIGNERS)[number];

/** What the picture shown before, or one the member pinned, did to this choice. */
export const STICKY_OUTCOMES = ['none', 'held', 'released', 'locked', 'pinned'] as const;

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
  readonly assignedBy: Assigner;
  /** null outside the always-on slices. */
  readonly slice: Slice | null;
  /** Experiment and its version, e.g. `llm-trial/2`; null outside experiments. */
  readonly experiment: string | null;
  /** The experiment's arm that the member is in; null outside experiments. */
  readonly arm: string | null;
  readonly stickyOutcome: StickyOutcome;
  /** Picture shown before under this policy. */
  readonly previousArtworkId: string | null;
  /** Locked and pinned decisions have propensity 1 and are left out by the evaluator. */
  readonly isLocked: boolean;
  readonly tierFailures: readonly TierFailure[];
  readonly surface: Surface;
  /** The page that several requests fill; null where the request stands alone. */
  readonly pageId: string | null;
  /** Pictures chosen before on the page that stand next to this place; the composer looked at them. */
  readonly neighbours: readonly string[];
  readonly row: number;
  readonly position: number;
  readonly decidedAt: Date;
}

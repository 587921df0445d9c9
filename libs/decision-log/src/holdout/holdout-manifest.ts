import type { HoldoutSide } from './holdout-side';
import type { HoldoutSplit } from './holdout-split';

/** Schema of the manifest. */
export const HOLDOUT_SCHEMA = 'holdout/1';

/** How rows that were chosen uniformly were told. */
export type UniformRule =
  /** By the column `slice`. */
  | { readonly kind: 'slice'; readonly column: string; readonly slice: string }
  /** There is none: by propensities that are all 1 / candidates. */
  | { readonly kind: 'propensity' };

/** What is left after a step of the choice. */
export interface FunnelStep {
  /** What a row must be to be left, e.g. `of held-out members`. */
  readonly step: string;
  readonly rowCount: number;
  /** null: not counted, members of locked rows are not looked at. */
  readonly memberCount: number | null;
}

/** Decisions of the log by side, of any policy. */
export interface SideCount {
  readonly side: HoldoutSide;
  readonly rowCount: number;
  readonly memberCount: number;
}

/** Pairs of the holdout with so many candidates. */
export interface CandidateCount {
  readonly candidateCount: number;
  readonly pairCount: number;
  /** With a reward that is not 0. */
  readonly rewardedCount: number;
}

/** What the holdout can show: two deterministic policies that differ on a share of the pairs, paired IPS difference. */
export interface HoldoutPower {
  /** Supposed, in (0, 1]. */
  readonly disagreement: number;
  readonly meanReward: number;
  /** Candidates, pairs weighted by squared reward. */
  readonly rewardedCandidateCount: number;
  /** Smallest relative lift that is shown with 80% power at a two-sided 5%. */
  readonly minimumDetectableEffect: number;
  readonly smallestLift: number;
  /** Pairs that showing it takes. */
  readonly requiredPairCount: number;
}

/** A file, and the SHA-256 of what is in it. */
export interface FingerprintedFile {
  readonly file: string;
  readonly fingerprint: string;
  readonly rowCount: number;
}

/** Everything there is to know of a holdout beside its rows; equal for equal input, options and version but for `createdAt`. */
export interface HoldoutManifest {
  readonly schema: typeof HOLDOUT_SCHEMA;
  readonly split: HoldoutSplit;
  readonly rule: UniformRule;
  readonly pairsAsked: number;
  readonly pairCount: number;
  readonly memberCount: number;
  readonly titleCount: number;
  /** First and last decision, ISO 8601, UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** null: nothing was rewarded, or less than nothing. */
  readonly power: HoldoutPower | null;
  readonly candidateCounts: readonly CandidateCount[];
  readonly funnel: readonly FunnelStep[];
  readonly sides: readonly SideCount[];
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
  readonly source: FingerprintedFile;
  readonly output: FingerprintedFile;
  readonly map: string | null;
  readonly version: string;
  readonly command: string;
  readonly createdAt: string;
}

/** Where the manifest of a holdout lies: beside it. @param out the holdout, `.parquet` */
export function manifestFileOf(out: string): string {
  return out.replace(/\.parquet$/i, '.manifest.json');
}

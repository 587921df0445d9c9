import type {
  Diagnostics,
  Estimate,
  EstimatorName,
  EstimatorParameters,
  EvaluationWarning,
  Measured,
  Verdict,
} from '@keyart/evaluation';
import type { LogFault } from './faults/log-fault';
import type { MatchResult } from './match/match-result';

/** Schema of the result. */
export const EVALUATION_SCHEMA = 'evaluation/1';

/** A policy's value, and by which method its interval was made. */
export interface ReportedEstimate extends Estimate {
  readonly method: string;
}

/** Target against baseline by the estimator that was chosen before anything was seen. */
export interface ReportedDifference extends Measured {
  readonly estimator: EstimatorName;
  readonly method: string;
  /** Difference by the baseline's value. */
  readonly lift: Measured | null;
}

/** What this log can show at all. */
export interface EvaluationPower {
  /** Of the difference, by the baseline's value; null: not defined. */
  readonly relativeStandardError: number | null;
  /** Smallest relative lift that is shown with 80% power. */
  readonly minimumDetectableEffect: number | null;
  /** The lift that matters, and the decisions that showing it takes. */
  readonly smallestLift: number;
  readonly requiredSampleCount: number | null;
}

/** What was evaluated. */
export interface EvaluatedDataset {
  readonly file: string;
  /** SHA-256 of the file. */
  readonly fingerprint: string;
  readonly rowCount: number;
  readonly memberCount: number;
  /** Left out: nobody chose them. */
  readonly lockedCount: number;
  readonly quarantinedCount: number;
  readonly quarantineFile: string | null;
  /** What the file does not have, and what was done about it. */
  readonly notes: readonly string[];
}

/** A group of decisions. */
export interface SegmentResult {
  readonly column: string;
  readonly value: string;
  readonly sampleCount: number;
  readonly effectiveSampleSize: number;
  /** Made the difference: DR, or SNIPS where DR is not defined. */
  readonly estimator: EstimatorName | null;
  readonly difference: Measured | null;
  /** Two-sided, of the difference, corrected over all segments (Holm); null: not defined. */
  readonly adjustedPValue: number | null;
}

/** An estimator that was not computed. */
export interface NotComputed {
  readonly estimator: EstimatorName;
  readonly why: string;
}

/** What a result was made from, and how: enough to make it again. */
export interface EvaluationRun {
  readonly dataset: EvaluatedDataset;
  readonly configuration: {
    readonly rewardModel: string;
    readonly parameters: EstimatorParameters;
    readonly alpha: number;
    readonly bootstrapDrawCount: number;
    readonly map: string | null;
    /** File; null: the log's own, if any. */
    readonly facets: string | null;
  };
  readonly seed: number;
  readonly version: string;
  readonly command: string;
  readonly createdAt: string;
}

/** Everything an evaluation says; equal for equal input, options and version but for `createdAt`. */
export interface EvaluationResult extends EvaluationRun {
  readonly schema: typeof EVALUATION_SCHEMA;
  readonly verdict: Verdict;
  /** Two lines for people. */
  readonly summary: readonly [string, string];
  readonly policies: { readonly target: string; readonly baseline: string };
  readonly estimates: readonly ReportedEstimate[];
  readonly difference: ReportedDifference | null;
  /** By every estimator. */
  readonly differences: readonly ReportedDifference[];
  readonly notComputed: readonly NotComputed[];
  readonly diagnostics: Diagnostics;
  readonly warnings: readonly EvaluationWarning[];
  readonly power: EvaluationPower;
  /** Normalised IPS, random = 1, over all and by number of candidates. */
  readonly match: MatchResult;
  readonly segments: readonly SegmentResult[];
}

/** What `validate` says. */
export interface ValidationResult {
  readonly file: string;
  readonly rowCount: number;
  readonly isValid: boolean;
  readonly faults: readonly LogFault[];
  readonly quarantinedCount: number;
  readonly notes: readonly string[];
}

import type { Diagnostics, EvaluationWarning, Interval, Verdict } from '@keyart/evaluation';
import type {
  EvaluationPower,
  EvaluationRun,
  ReportedDifference,
  ReportedEstimate,
} from '../evaluation-result';

/** Schema of the result. */
export const COMPARISON_SCHEMA = 'comparison/1';

/** One target beside the others. */
export interface ComparedTarget {
  readonly target: string;
  /** By the adjusted p-value. */
  readonly verdict: Verdict;
  /** Values of target and baseline by the headline's estimator; null: not defined on the log. */
  readonly value: ReportedEstimate | null;
  readonly baselineValue: ReportedEstimate | null;
  /** Target less baseline by the headline's estimator; its interval is of this target alone. */
  readonly difference: ReportedDifference | null;
  /** Two-sided, of the difference, as its intervals say it; null: no interval, or no error. */
  readonly pValue: number | null;
  /** Corrected over all targets (Holm). */
  readonly adjustedPValue: number | null;
  /** Of the difference; all targets' together miss with α at most (Bonferroni). */
  readonly simultaneousInterval: Interval | null;
  /** By every estimator. */
  readonly differences: readonly ReportedDifference[];
  readonly diagnostics: Diagnostics;
  readonly warnings: readonly EvaluationWarning[];
  readonly power: EvaluationPower;
}

/** What to serve, as far as this log can say. */
export interface TargetChoice {
  /** null: keep the baseline. */
  readonly target: string | null;
  /** Of the chosen one's difference, simultaneous; null: nothing was chosen. */
  readonly lowerBound: number | null;
  readonly reason: string;
}

/** Everything a comparison says; equal for equal input, options and version but for `createdAt`. */
export interface ComparisonResult extends EvaluationRun {
  readonly schema: typeof COMPARISON_SCHEMA;
  readonly baseline: string;
  readonly choice: TargetChoice;
  /** In the order given. */
  readonly targets: readonly ComparedTarget[];
}

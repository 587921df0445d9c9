import type { Interval } from '../estimate/percentile-interval';
import type { Verdict } from '../verdict/verdict';
import type { Guardrail, GuardrailState } from './checks/guardrail';
import type { SampleRatio } from './checks/sample-ratio';
import type { NotCompared } from './not-compared';

/** An arm against the control on a metric; what a problem forbids is null. */
export interface ComparisonResult {
  readonly name: string;
  /** `treatment vs control`. */
  readonly comparison: string;
  readonly controlMean: number;
  readonly treatmentMean: number;
  /** A fraction of the control's mean where `relative`, in the metric's unit otherwise. */
  readonly effect: number | null;
  readonly relative: boolean;
  readonly standardError: number | null;
  /** An end is null where a one-sided test leaves it open. */
  readonly interval: readonly [number | null, number | null] | null;
  readonly pValue: number | null;
  /** Corrected over all goal metrics and arms; null for guardrails and without a correction. */
  readonly adjustedPValue: number | null;
  /** `welch`, `asymptotic-cs+cuped`, … */
  readonly method: string;
  /** Effect that such a test would show with 80% power. */
  readonly minimumDetectableEffect: number | null;
  readonly cuped: { readonly slope: number; readonly varianceDropFraction: number } | null;
  readonly guardrail: (Guardrail & { readonly state: GuardrailState }) | null;
  readonly verdict: Verdict;
  /** Why there is no effect or nothing is known of its error, or what was asked for and could not be done. */
  readonly problem: string | null;
}

/** A test analysed. */
export interface ExperimentResult {
  readonly sampleRatio: SampleRatio;
  readonly metrics: readonly ComparisonResult[];
  /** Arms that are in the sample ratio, but too small to be compared. */
  readonly notCompared: readonly NotCompared[];
}

/** An interval with both ends. */
export function closedInterval(interval: ComparisonResult['interval']): Interval | null {
  if (!interval) return null;
  const [low, high] = interval;
  return low === null || high === null ? null : [low, high];
}

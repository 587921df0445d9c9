import {
  detectableInErrors,
  warningsOf,
  type Comparison,
  type Diagnostics,
  type Estimate,
  type EstimatorName,
  type EvaluationWarning,
} from '@keyart/evaluation';
import type { TargetEvaluation } from './evaluate-target';
import type { EvaluationPower, ReportedDifference, ReportedEstimate } from './evaluation-result';
import type { EvaluationSettings } from './evaluation-settings';

/** What is said of a target before a verdict. */
export interface TargetReport {
  readonly estimates: readonly ReportedEstimate[];
  /** By the estimator that was chosen before anything was seen; null: not defined on this log. */
  readonly headline: Comparison | null;
  readonly difference: ReportedDifference | null;
  readonly differences: readonly ReportedDifference[];
  readonly power: EvaluationPower;
  readonly warnings: readonly EvaluationWarning[];
}

/** Headline, power and warnings of a target. */
export function reportTarget(
  settings: EvaluationSettings,
  { all, diagnostics }: Pick<TargetEvaluation, 'all' | 'diagnostics'>,
): TargetReport {
  const headline = headlineOf(all.comparisons);
  const power = powerOf(headline, all.estimates, { settings, diagnostics });
  return {
    ...{ headline, power },
    estimates: all.estimates.map((estimate) => reportedEstimate(estimate, diagnostics)),
    difference: headline && reportedDifference(headline),
    differences: all.comparisons.map(reportedDifference),
    warnings: [...warningsOf(diagnostics), ...underpowered(power)],
  };
}

/** Chosen before anything is seen: DR where both policies are known whole, SNIPS otherwise. */
function headlineOf(comparisons: readonly Comparison[]): Comparison | null {
  const by = (name: EstimatorName) => comparisons.find(({ estimator }) => estimator === name);
  return by('dr') ?? by('snips') ?? null;
}

const METHOD = 'interval by empirical likelihood, error by the delta method, clustered by member';

function reportedEstimate(estimate: Estimate, diagnostics: Diagnostics): ReportedEstimate {
  const bound = estimate.policy === 'target' ? diagnostics.noRewardBound : null;
  if (bound === null || estimate.value !== 0) return { ...estimate, method: METHOD };
  const method = 'Wilson bound at the effective sample size: no rewarded decision carries weight';
  return { ...estimate, standardError: null, interval: bound, bootstrapInterval: null, method };
}

function reportedDifference({ estimator, difference, lift }: Comparison): ReportedDifference {
  return { estimator, ...difference, lift, method: `paired; ${METHOD}` };
}

function powerOf(
  headline: Comparison | null,
  estimates: readonly Estimate[],
  {
    settings: { alpha, smallestLift },
    diagnostics,
  }: { settings: EvaluationSettings; diagnostics: Diagnostics },
): EvaluationPower {
  const base = estimates.find(
    ({ policy, estimator }) => policy === 'baseline' && estimator === headline?.estimator,
  );
  const error = headline?.difference.standardError ?? null;
  const relative = error !== null && base && base.value > 0 ? error / base.value : null;
  const detectable = relative === null ? null : detectableInErrors(alpha) * relative;
  return {
    relativeStandardError: relative,
    minimumDetectableEffect: detectable,
    smallestLift,
    requiredSampleCount:
      detectable === null ? null : Math.ceil(diagnostics.sampleCount * (detectable / smallestLift) ** 2),
  };
}

function underpowered({
  minimumDetectableEffect: least,
  smallestLift,
  requiredSampleCount,
}: EvaluationPower): EvaluationWarning[] {
  if (least !== null && least <= smallestLift) return [];
  const detail =
    least === null
      ? 'what this log can show is not known: the difference has no standard error or the baseline earns nothing'
      : `lifts below ${percent(least)} cannot be shown on this log; ${percent(smallestLift)} takes ${requiredSampleCount} decisions`;
  return [{ code: 'UNDERPOWERED', detail }];
}

function percent(fraction: number): string {
  const percent = 100 * fraction;
  return `${percent < 10 ? percent.toPrecision(2) : percent.toFixed(0)}%`;
}

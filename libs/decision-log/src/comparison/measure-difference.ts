import {
  deltaMethod,
  differenceOf,
  Intervals,
  isRounding,
  pValueOf,
  type Interval,
} from '@keyart/evaluation';
import type { TargetEvaluation } from '../evaluate-target';
import { reportTarget, type TargetReport } from '../report-target';
import type { EvaluationSettings } from '../evaluation-settings';

/** A target's report and what a comparison of several says of its difference. */
export interface MeasuredTarget extends Pick<TargetEvaluation, 'target' | 'diagnostics'> {
  readonly report: TargetReport;
  readonly pValue: number | null;
  readonly simultaneousInterval: Interval | null;
}

/** p-value and simultaneous interval of the headline's difference. @param targetCount that are compared, ≥ 1 */
export function measureDifference(
  settings: EvaluationSettings,
  { estimators, sums, ...evaluation }: TargetEvaluation,
  targetCount: number,
): MeasuredTarget {
  const report = reportTarget(settings, evaluation);
  const { target, diagnostics } = evaluation;
  const estimator = estimators.find(({ name }) => name === report.headline?.estimator);
  if (!estimator || !report.headline || isRounding(report.headline))
    return { target, diagnostics, report, pValue: null, simultaneousInterval: null };
  const functional = differenceOf(estimator);
  const point = deltaMethod(sums, functional);
  return {
    ...{ target, diagnostics, report },
    pValue: pValueOf(sums, functional),
    simultaneousInterval: point && new Intervals(sums).of(functional, point, settings.alpha / targetCount),
  };
}

import { differenceOf, measureAll, pValueOfIntervals, type Interval } from '@keyart/evaluation';
import type { TargetEvaluation } from '../evaluate-target';
import { reportTarget, type TargetReport } from '../report-target';
import type { EvaluationSettings } from '../evaluation-settings';

/** A target's report and what a comparison of several says of its difference. */
export interface MeasuredTarget extends Pick<TargetEvaluation, 'target' | 'diagnostics'> {
  readonly report: TargetReport;
  readonly pValue: number | null;
  readonly simultaneousInterval: Interval | null;
}

/** Of the values: errors below it are rounding, between policies that are the same. */
const ROUNDING = 1e-12;

/** p-value and simultaneous interval of the headline's difference. @param targetCount that are compared, ≥ 1 */
export async function measureDifference(
  settings: EvaluationSettings,
  { estimators, sums, ...evaluation }: TargetEvaluation,
  targetCount: number,
): Promise<MeasuredTarget> {
  const report = reportTarget(settings, evaluation);
  const { target, diagnostics } = evaluation;
  const estimator = estimators.find(({ name }) => name === report.headline?.estimator);
  if (!estimator || !hasError(report))
    return { target, diagnostics, report, pValue: null, simultaneousInterval: null };
  const functional = differenceOf(estimator);
  const intervalAt = async (alpha: number): Promise<Interval | null> => {
    const [measured] = await measureAll(sums, [functional], { alpha, drawCount: 0, seed: settings.seed });
    return measured?.interval ?? null;
  };
  return {
    ...{ target, diagnostics, report },
    pValue: await pValueOfIntervals(intervalAt),
    simultaneousInterval: await intervalAt(settings.alpha / targetCount),
  };
}

function hasError({ headline, estimates }: TargetReport): boolean {
  const sizes = estimates
    .filter(({ estimator }) => estimator === headline?.estimator)
    .map(({ value }) => Math.abs(value));
  return (headline?.difference.standardError ?? 0) > ROUNDING * Math.max(...sizes);
}

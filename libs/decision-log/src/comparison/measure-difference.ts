import { differenceOf, isRounding, measureAll, pValueOfIntervals, type Interval } from '@keyart/evaluation';
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
export async function measureDifference(
  settings: EvaluationSettings,
  { estimators, sums, ...evaluation }: TargetEvaluation,
  targetCount: number,
): Promise<MeasuredTarget> {
  const report = reportTarget(settings, evaluation);
  const { target, diagnostics } = evaluation;
  const estimator = estimators.find(({ name }) => name === report.headline?.estimator);
  if (!estimator || !report.headline || isRounding(report.headline))
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

import type { ExperimentRecord } from '@keyart/contracts';
import {
  analyzeExperiment,
  asymptoticCs,
  shortageOf,
  type ComparisonResult,
  type ExperimentPlan,
  type MeasuredMetric,
} from '@keyart/evaluation';
import type { ExperimentSums } from './experiment-sums';
import { LIVE_METRICS } from './live-metrics';
import type { LiveRun } from './live-run';
import { GUARDRAIL_SUFFIX } from './winner-of';

/** Looked at whenever anybody likes. */
export const LIVE_PLAN: Omit<ExperimentPlan, 'weights'> = {
  ...{ isRelative: true, isCuped: true, method: asymptoticCs(), correction: 'holm' },
  ...{ alternative: 'two-sided', alpha: 0.05 },
};

/** Sums of every goal, and of every metric again that a guardrail is on. */
export async function measureRun(
  sums: ExperimentSums,
  { guardrails }: Pick<ExperimentRecord, 'guardrails'>,
  run: LiveRun,
): Promise<MeasuredMetric[]> {
  const measured: MeasuredMetric[] = [];
  for (const metric of LIVE_METRICS) {
    const { name, type, better, isGoal } = metric;
    const asked = guardrails.find((guardrail) => guardrail.metric === name);
    if (!isGoal && !asked) continue;
    const arms = await sums.ofMetric(run, metric);
    if (isGoal) measured.push({ name, type, better, arms });
    if (!asked) continue;
    const guardrail = { margin: asked.marginFraction, better };
    measured.push({ name: `${name}${GUARDRAIL_SUFFIX}`, type, better, arms, guardrail });
  }
  return measured;
}

/** Every arm that is large enough against the control; nothing while the control is not. */
export function compareMeasured({ arms }: LiveRun, measured: readonly MeasuredMetric[]): ComparisonResult[] {
  const ready = measured.filter(({ type, arms: [control] }) => shortageOf(type, control) === null);
  const weights = arms.map(({ weight }) => weight);
  return ready.length > 0 ? [...analyzeExperiment({ ...LIVE_PLAN, weights }, ready).metrics] : [];
}

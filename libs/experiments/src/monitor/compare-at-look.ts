import {
  analyzeExperiment,
  armsNotCompared,
  shortageOf,
  type ComparisonResult,
  type ExperimentPlan,
  type MeasuredMetric,
} from '@keyart/evaluation';
import type { ExperimentDataOptions } from '../analysis/experiment-data-options';
import { planOf } from '../plan-of';
import { BEYOND_PLAN, type Look } from './monitor-result';

/**
 * The plan at a look: a group sequential test knows its looks by the members that there were. One that is larger than planned is the last, and
 * takes the place of those beyond the plan before it.
 * @param totals members of all arms at the looks so far, this one last
 */
export function planAtLook(
  plan: ExperimentPlan,
  { method, plannedMembers }: Pick<ExperimentDataOptions, 'method'> & { plannedMembers: number | null },
  totals: readonly number[],
): ExperimentPlan {
  if (plannedMembers === null || method.sequential !== 'group-sequential') return plan;
  const [current, ...former] = totals.map((total) => total / plannedMembers).reverse();
  const before = former.reverse().filter((fraction) => fraction < Math.min(1, current));
  const informationFractions = [...new Set([...before, current])];
  return { ...plan, method: planOf({ ...method, informationFractions }, plan.weights.length).method };
}

/** What can be compared by then: a control that is still too small is no fault of the test. */
export function compareAtLook(
  plan: ExperimentPlan,
  measured: readonly MeasuredMetric[],
  isBeyondPlan: boolean,
): Pick<Look, 'metrics' | 'notCompared'> {
  const ready = measured.filter(({ type, arms: [control] }) => shortageOf(type, control) === null);
  const metrics = ready.length > 0 ? analyzeExperiment(plan, ready).metrics : [];
  return {
    metrics: isBeyondPlan ? metrics.map(withoutJudgement) : metrics,
    notCompared: armsNotCompared(plan, measured),
  };
}

/** The level is spent: the effect is shown, and the interval that it would have had as the last planned look. */
function withoutJudgement(one: ComparisonResult): ComparisonResult {
  return {
    ...one,
    ...{ pValue: null, adjustedPValue: null, verdict: 'insufficient evidence' },
    guardrail: one.guardrail && { ...one.guardrail, state: 'undecided' },
    problem: [BEYOND_PLAN, ...(one.problem === null ? [] : [one.problem])].join('; '),
  };
}

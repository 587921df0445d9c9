import { normalQuantile } from '../distributions/normal-quantile';
import { addSums } from './arm-sums';
import { guardrailState } from './checks/guardrail';
import { closedInterval, type ComparisonResult } from './comparison-result';
import { cuped, type Adjusted } from './cuped';
import { effectOf, type Effect, type UntestedEffect } from './effect';
import type { ExperimentPlan, MeasuredMetric, NamedArm } from './experiment-plan';
import { metricOf } from './metrics/metric-of';

/** Power that the minimum detectable effect stands for. */
const POWER = 0.8;

/** A comparison before correction and verdict. */
export type RawComparison = Omit<ComparisonResult, 'adjustedPValue' | 'verdict'>;

/** Compares an arm with the control on a metric. */
export function compareArms(
  plan: ExperimentPlan,
  metric: MeasuredMetric,
  treatment: NamedArm,
): RawComparison {
  const [control] = metric.arms;
  const kind = metricOf(metric.type);
  const [c, t] = [kind.moments(control), kind.moments(treatment)];
  const adjusted = plan.isCuped ? adjust(metric, treatment) : null;
  const unadjusted = { control: c.mean, treatment: t.mean };
  const effect = effectOf({ control: c, treatment: t, ...adjusted, unadjusted }, plan.isRelative);
  const base = {
    name: metric.name,
    comparison: `${treatment.name} vs ${control.name}`,
    controlMean: c.mean,
    treatmentMean: t.mean,
    relative: plan.isRelative,
    method: `${plan.method.name}${adjusted ? '+cuped' : ''}`,
    cuped: adjusted && { slope: adjusted.slope, varianceDropFraction: adjusted.varianceDropFraction },
  };
  if ('problem' in effect)
    return { ...base, ...UNTESTED, ...effect, guardrail: openGuardrail(metric, effect) };
  const measured = measure(plan, effect);
  const both = closedInterval(measured.interval);
  const guardrail = metric.guardrail &&
    both && { ...metric.guardrail, state: guardrailState(metric.guardrail, both) };
  const isUnadjusted = plan.isCuped && !adjusted;
  const problem = isUnadjusted ? 'no covariate that varies: not adjusted' : null;
  return { ...base, ...measured, guardrail: guardrail ?? null, problem };
}

const UNTESTED = { standardError: null, interval: null, pValue: null, minimumDetectableEffect: null };

/** Beside means that differ, a margin is not known to hold. */
function openGuardrail(
  { guardrail }: MeasuredMetric,
  { effect }: UntestedEffect,
): ComparisonResult['guardrail'] {
  return guardrail && effect !== null ? { ...guardrail, state: 'undecided' } : null;
}

function adjust(metric: MeasuredMetric, treatment: NamedArm): Adjusted | null {
  const kind = metricOf(metric.type);
  if (!kind.covariateFields) return null;
  const [control] = metric.arms;
  const arms = { control: kind.moments(control), treatment: kind.moments(treatment) };
  return cuped(arms, kind.moments(addSums(control, treatment)));
}

type Measurement = Pick<
  ComparisonResult,
  'effect' | 'standardError' | 'interval' | 'pValue' | 'minimumDetectableEffect'
>;

function measure({ method, alpha, alternative }: ExperimentPlan, found: Effect): Measurement {
  const { effect, standardError } = found;
  const isTwoSided = alternative === 'two-sided';
  const critical = method.criticalValue(found, isTwoSided ? alpha : 2 * alpha);
  const reach = critical * standardError;
  const twoSided = method.pValue(found, alpha);
  const isOnSide = effect > 0 === (alternative === 'greater');
  return {
    ...{ effect, standardError },
    interval: [
      alternative === 'less' ? null : effect - reach,
      alternative === 'greater' ? null : effect + reach,
    ],
    pValue: isTwoSided ? twoSided : isOnSide ? twoSided / 2 : 1 - twoSided / 2,
    minimumDetectableEffect: reach + normalQuantile(POWER) * standardError,
  };
}

import type { Diagnostics } from './diagnostics';
import type { EvaluationWarning, WarningCode } from './warning';
import { WARNING_LIMITS as LIMITS } from './warning-limits';

type Check = (diagnostics: Diagnostics) => string | null;

const CHECKS: Readonly<Partial<Record<WarningCode, Check>>> = {
  BROKEN_PROPENSITY: ({ meanWeight, meanWeightZ: z, expectedMeanWeight: expected, unsupportedMass }) => {
    const isExplained =
      expected === null && meanWeight < 1 && (unsupportedMass ?? 0) > LIMITS.mostUnsupportedMass;
    if (z === null || Math.abs(z) <= LIMITS.mostZ || isExplained) return null;
    return `the mean importance weight is ${show(meanWeight)}, ${show(Math.abs(z))} standard errors from ${show(expected ?? 1)}: logged propensities cannot be true, or the target gives no probabilities`;
  },
  POOR_SUPPORT: ({ unsupportedMass: mass }) =>
    mass !== null && mass > LIMITS.mostUnsupportedMass
      ? `the target puts ${percent(mass)} of its probability on actions that the log could not show; nothing is known of them`
      : null,
  LOW_ESS: ({ effectiveSampleSize: size, sampleCount, meanCandidateCount }) => {
    const attainable = sampleCount / meanCandidateCount;
    const isLow = size < LIMITS.leastEffectiveSampleSize || size < LIMITS.leastEffectiveFraction * attainable;
    return isLow
      ? `${sampleCount} decisions are worth ${Math.round(size)} of the target's own; ${Math.round(attainable)} can be had from a uniform log`
      : null;
  },
  EXTREME_WEIGHT: ({ maxWeight, maxWeightShare }) =>
    maxWeightShare > LIMITS.mostWeightShare
      ? `one decision, with weight ${show(maxWeight)}, is ${percent(maxWeightShare)} of all weight`
      : null,
  HIGH_PARETO_K: ({ paretoK: k }) =>
    k !== null && k >= LIMITS.mostParetoK
      ? `the tail of the weights has Pareto k ${show(k)}: intervals are too narrow, and more rows hardly help`
      : null,
  FEW_REWARDS: ({ rewardedRowCount: count }) =>
    count < LIMITS.leastRewardedRowCount
      ? `${count} rewarded decisions carry weight; ${LIMITS.leastRewardedRowCount} at least are needed`
      : null,
  ESTIMATORS_DISAGREE: ({ agreementZ: z }) =>
    z !== null && Math.abs(z) > LIMITS.mostZ
      ? `SNIPS and DR differ by ${show(Math.abs(z))} standard errors: propensities or weights are at fault`
      : null,
  BIASED_REPLAY: ({ isUniformLog }) =>
    isUniformLog ? null : 'the log is not uniform: replay favours what production preferred to show',
  DRIFT: ({ driftZ: z }) =>
    z !== null && Math.abs(z) > LIMITS.mostZ
      ? `the target's value differs between the earlier and the later half by ${show(Math.abs(z))} standard errors`
      : null,
};

/** What is wrong, worst first. */
export function warningsOf(diagnostics: Diagnostics): EvaluationWarning[] {
  return (Object.entries(CHECKS) as [WarningCode, Check][]).flatMap(([code, check]) => {
    const detail = check(diagnostics);
    return detail === null ? [] : [{ code, detail }];
  });
}

function show(value: number): string {
  return value === 1 ? '1' : value.toPrecision(3);
}

function percent(fraction: number): string {
  return `${(100 * fraction).toPrecision(3)}%`;
}

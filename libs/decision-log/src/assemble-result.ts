import {
  detectableInErrors,
  verdictOf,
  warningsOf,
  type AllEstimates,
  type Comparison,
  type Diagnostics,
  type Estimate,
  type Estimator,
  type EstimatorName,
  type EvaluationWarning,
  type PolicyRole,
} from '@keyart/evaluation';
import {
  EVALUATION_SCHEMA,
  type EvaluationPower,
  type EvaluationResult,
  type NotComputed,
  type ReportedDifference,
  type ReportedEstimate,
} from './evaluation-result';
import type { MatchResult } from './match/match-result';
import { heldBack } from './match/match-verdict';
import { describePolicy } from './policies/policy-spec';
import type { PreparedLog } from './prepare-log';
import type { PredictedRoles } from './reward-model/predict';
import { summaryOf } from './summary';

import type { EvaluationOptions } from './evaluation-options';

/** What a result is made of. */
export interface ResultParts {
  readonly prepared: PreparedLog;
  readonly predicted: PredictedRoles;
  readonly estimators: readonly Estimator[];
  readonly all: AllEstimates;
  readonly diagnostics: Diagnostics;
  readonly segments: EvaluationResult['segments'];
  readonly match: MatchResult;
  readonly fingerprint: string;
}

/** The result, with headline, power, warnings and verdict. */
export function assembleResult(options: EvaluationOptions, parts: ResultParts): EvaluationResult {
  const { all, diagnostics, prepared } = parts;
  const headline = headlineOf(all.comparisons);
  const power = powerOf(headline, all.estimates, { options, diagnostics });
  const warnings = [...warningsOf(diagnostics), ...underpowered(power)];
  const verdict = verdictOf(headline, warnings);
  const policies = { target: describePolicy(options.target), baseline: describePolicy(options.baseline) };
  const difference = headline && reportedDifference(headline);
  return {
    schema: EVALUATION_SCHEMA,
    verdict,
    summary: summaryOf({ verdict, policies, difference, warnings, power }),
    policies,
    estimates: all.estimates.map((estimate) => reportedEstimate(estimate, diagnostics)),
    difference,
    differences: all.comparisons.map(reportedDifference),
    notComputed: notComputed(parts),
    ...{ diagnostics, warnings, power, match: heldBack(parts.match, warnings) },
    segments: parts.segments,
    dataset: {
      ...{ file: options.file, fingerprint: parts.fingerprint, rowCount: diagnostics.sampleCount },
      ...{ memberCount: diagnostics.memberCount, lockedCount: prepared.log.lockedCount },
      ...{ quarantinedCount: prepared.quarantinedCount, quarantineFile: options.quarantine ?? null },
      notes: prepared.notes,
    },
    configuration: {
      ...{ rewardModel: options.rewardModelText, parameters: options.parameters, alpha: options.alpha },
      ...{ bootstrapDrawCount: options.bootstrapDrawCount, map: options.map ?? null },
    },
    ...{ seed: options.seed, version: options.version, command: options.command },
    createdAt: options.now.toISOString(),
  };
}

/** Chosen before anything is seen: DR where both policies are known whole, SNIPS otherwise. */
function headlineOf(comparisons: readonly Comparison[]): Comparison | null {
  const by = (name: EstimatorName) => comparisons.find(({ estimator }) => estimator === name);
  return by('dr') ?? by('snips') ?? null;
}

const DELTA_METHOD = 'delta method, clustered by member';

function reportedEstimate(estimate: Estimate, diagnostics: Diagnostics): ReportedEstimate {
  const bound = estimate.policy === 'target' ? diagnostics.noRewardBound : null;
  if (bound === null || estimate.value !== 0) return { ...estimate, method: DELTA_METHOD };
  const method = 'Wilson bound at the effective sample size: no rewarded decision carries weight';
  return { ...estimate, standardError: null, interval: bound, bootstrapInterval: null, method };
}

function reportedDifference({ estimator, difference, lift }: Comparison): ReportedDifference {
  return { estimator, ...difference, lift, method: `paired, ${DELTA_METHOD}` };
}

function powerOf(
  headline: Comparison | null,
  estimates: readonly Estimate[],
  { options: { alpha, smallestLift }, diagnostics }: { options: EvaluationOptions; diagnostics: Diagnostics },
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

function notComputed({ estimators, all, predicted }: ResultParts): NotComputed[] {
  const done = new Set(all.estimates.map(({ policy, estimator }) => `${policy} ${estimator}`));
  const why = ({ needs }: Estimator, role: PolicyRole): string => {
    if (needs.includes('facets')) return 'facets of actions were not given';
    if (needs.includes('reward-model') && !predicted.has(role))
      return `of the ${role} only the probability of logged actions is known`;
    return 'not defined on this log, e.g. because all weights are 0';
  };
  return (['target', 'baseline'] as const).flatMap((role) =>
    estimators
      .filter(({ name }) => !done.has(`${role} ${name}`))
      .map((estimator) => ({ estimator: estimator.name, why: `${role}: ${why(estimator, role)}` })),
  );
}

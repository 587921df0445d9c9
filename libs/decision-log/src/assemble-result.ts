import { verdictOf, type Estimator, type PolicyRole } from '@keyart/evaluation';
import { describeRun } from './describe-run';
import type { TargetEvaluation } from './evaluate-target';
import type { EvaluationOptions } from './evaluation-options';
import { EVALUATION_SCHEMA, type EvaluationResult, type NotComputed } from './evaluation-result';
import type { MatchResult } from './match/match-result';
import { heldBack } from './match/match-verdict';
import { describePolicy } from './policies/policy-spec';
import type { PreparedLog } from './prepare-log';
import { reportTarget } from './report-target';
import { summaryOf } from './summary';

/** What a result is made of. */
export interface ResultParts {
  readonly prepared: PreparedLog;
  readonly evaluation: TargetEvaluation;
  readonly segments: EvaluationResult['segments'];
  readonly match: MatchResult;
  readonly fingerprint: string;
}

/** The result, with headline, power, warnings and verdict. */
export function assembleResult(options: EvaluationOptions, parts: ResultParts): EvaluationResult {
  const { evaluation, segments, prepared, fingerprint } = parts;
  const { diagnostics } = evaluation;
  const { headline, ...report } = reportTarget(options, evaluation);
  const { difference, power, warnings } = report;
  const verdict = verdictOf(headline, warnings);
  const policies = { target: describePolicy(options.target), baseline: describePolicy(options.baseline) };
  const { sampleCount, memberCount } = diagnostics;
  return {
    ...{ schema: EVALUATION_SCHEMA, verdict },
    summary: summaryOf({ verdict, policies, difference, warnings, power }),
    ...{ policies, estimates: report.estimates, difference, differences: report.differences },
    notComputed: notComputed(evaluation),
    ...{ diagnostics, warnings, power, match: heldBack(parts.match, warnings), segments },
    ...describeRun(options, { prepared, fingerprint, sampleCount, memberCount }),
  };
}

function notComputed({ estimators, all, predicted, facetRoles }: TargetEvaluation): NotComputed[] {
  const done = new Set(all.estimates.map(({ policy, estimator }) => `${policy} ${estimator}`));
  const why = ({ needs }: Estimator, role: PolicyRole): string => {
    const facets = needs.includes('facets') ? facetRoles.get(role) : null;
    if (facets) return facets.reason;
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

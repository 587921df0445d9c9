import { setImmediate } from 'node:timers/promises';
import {
  allEstimators,
  estimateAll,
  type AllEstimates,
  type Diagnostics,
  type Estimator,
  type LogSums,
} from '@keyart/evaluation';
import type { Analysis } from './analysis';
import { writeFacetWeights, type FacetRoles } from './facets/write-facet-weights';
import type { OpenedLog } from './open-log';
import type { PolicySpec } from './policies/policy-spec';
import { preparePolicy, type PreparedPolicy } from './policies/policy-table';
import { predict, type PredictedRoles } from './reward-model/predict';
import { judge } from './sums/judged-table';
import { policySupport } from './sums/policy-support';
import { readDiagnostics } from './sums/read-diagnostics';
import { readSums } from './sums/read-sums';

/** A target on a log, by every estimator. */
export interface TargetEvaluation {
  readonly target: PolicySpec;
  readonly predicted: PredictedRoles;
  readonly facetRoles: FacetRoles;
  readonly estimators: readonly Estimator[];
  /** What the estimates are made of. */
  readonly sums: LogSums;
  readonly all: AllEstimates;
  readonly diagnostics: Diagnostics;
}

/** What is judged. */
export interface TargetToJudge {
  readonly target: PolicySpec;
  /** Whether none follows on this log, which need not be kept then. */
  readonly isLast: boolean;
  /** Fraction of this target done, in [0, 1], and what is being done. */
  tell(fraction: number, doing: string): void;
}

/** Estimates and diagnostics of one target; its table `judged` replaces that of the target before. */
export async function evaluateTarget(
  analysis: Analysis,
  { settings, sources, baseline, facets, segments }: OpenedLog,
  { target: spec, isLast, tell }: TargetToJudge,
): Promise<TargetEvaluation> {
  tell(0, 'reading the target');
  const target = await preparePolicy(analysis, { role: 'target', spec }, sources);
  tell(0.2, 'foreseeing rewards');
  const policies = [target, baseline];
  const predicted = await predict(analysis, settings.rewardModel, policies);
  const facetRoles = await writeFacetWeights(analysis, facets, policies);
  await judge(analysis, {
    policies,
    predicted,
    facetRoles,
    segmentCount: segments.length,
    spent: spentTables(policies, isLast),
  });
  tell(0.5, 'summing by member');
  const { alpha, seed, bootstrapDrawCount: drawCount } = settings;
  const estimators = allEstimators(settings.parameters);
  const sums = await readSums(analysis, estimators);
  tell(0.6, 'drawing members, checking weights and support');
  const diagnose = async (): Promise<Diagnostics> => {
    const support = {
      target: await policySupport(analysis, { policy: target, spec, sources }),
      baseline: await policySupport(analysis, { policy: baseline, spec: settings.baseline, sources }),
    };
    return readDiagnostics(analysis, { ...sources, sums, alpha, support });
  };
  const [all, diagnostics] = await Promise.all([
    estimateAll(sums, estimators, { alpha, seed, drawCount, pause: setImmediate }),
    diagnose(),
  ]);
  return { target: spec, predicted, facetRoles, estimators, sums, all, diagnostics };
}

/** Tables joined into `judged` row by row and not read again. */
function spentTables(policies: readonly PreparedPolicy[], isLast: boolean): string[] {
  const spent = policies.filter(({ role }) => isLast || role === 'target');
  return [
    'prediction',
    ...(isLast ? ['row_part'] : []),
    ...spent.flatMap(({ role }) => ['logged', 'expected', 'facet'].map((kind) => `${role}_${kind}`)),
  ];
}

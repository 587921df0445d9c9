import { setImmediate } from 'node:timers/promises';
import {
  allEstimators,
  detectableInErrors,
  estimateAll,
  verdictOf,
  warningsOf,
  type AllEstimates,
  type Comparison,
  type Diagnostics,
  type Estimate,
  type Estimator,
  type EstimatorName,
  type EstimatorParameters,
  type EvaluationWarning,
  type LogSums,
  type PolicyRole,
} from '@keyart/evaluation';
import type { Analysis } from './analysis';
import {
  EVALUATION_SCHEMA,
  type EvaluationPower,
  type EvaluationResult,
  type NotComputed,
  type ReportedDifference,
  type ReportedEstimate,
} from './evaluation-result';
import { fingerprintOf } from './file/fingerprint';
import { describePolicy, type PolicySpec } from './policies/policy-spec';
import {
  preparePolicy,
  unsupportedMass,
  type PolicySources,
  type PreparedPolicy,
} from './policies/policy-table';
import { prepareValidLog, type PreparedLog } from './prepare-log';
import { predict, type PredictedRoles } from './reward-model/predict';
import type { RewardModelSpec } from './reward-model/reward-model-spec';
import { evaluateSegments } from './segments/evaluate-segments';
import { summaryOf } from './summary';
import { judge } from './sums/judged-table';
import { readDiagnostics } from './sums/read-diagnostics';
import { readSums } from './sums/read-sums';

/** What is evaluated, and how. */
export interface EvaluationOptions {
  readonly file: string;
  readonly map?: string;
  readonly target: PolicySpec;
  readonly baseline: PolicySpec;
  readonly rewardModel: RewardModelSpec;
  /** For the report: what stood behind `--reward-model`. */
  readonly rewardModelText: string;
  readonly parameters: EstimatorParameters;
  readonly segments: readonly string[];
  readonly quarantine?: string;
  readonly alpha: number;
  readonly bootstrapDrawCount: number;
  readonly seed: number;
  /** Relative lift that matters. */
  readonly smallestLift: number;
  /** Told in the result. */
  readonly version: string;
  readonly command: string;
  readonly now: Date;
  /** Fraction done, in [0, 1], and what is being done. */
  readonly onProgress?: (fraction: number, doing: string) => void;
}

/**
 * Evaluates a target policy against a baseline on a log: estimates, diagnostics, power, verdict.
 * @param analysis a fresh one; its tables are used up
 * @throws DecisionLogError, LogFaultsError
 */
export async function evaluateLog(analysis: Analysis, options: EvaluationOptions): Promise<EvaluationResult> {
  const tell = options.onProgress ?? (() => undefined);
  tell(0, 'reading the log');
  const prepared = await prepareValidLog(analysis, {
    ...{ file: options.file, map: options.map, quarantine: options.quarantine, segments: options.segments },
    probabilityColumns: probabilityColumnsOf(options),
  });
  const sources = sourcesOf(prepared, options);
  tell(0.3, 'reading the policies');
  const target = await preparePolicy(analysis, { role: 'target', spec: options.target }, sources);
  const baseline = await preparePolicy(analysis, { role: 'baseline', spec: options.baseline }, sources);
  tell(0.4, 'fitting the reward model');
  const policies = [target, baseline];
  const predicted = await predict(analysis, options.rewardModel, { log: prepared.log, policies });
  await judge(analysis, { predicted, segmentCount: options.segments.length });
  tell(0.6, 'summing by member');
  const estimators = allEstimators(options.parameters);
  const sums = await readSums(analysis, estimators);
  tell(0.7, 'drawing members, checking weights and support');
  const { alpha, seed, bootstrapDrawCount: drawCount } = options;
  const [all, diagnostics] = await Promise.all([
    estimateAll(sums, estimators, { alpha, seed, drawCount, pause: setImmediate }),
    diagnose(analysis, { sums, alpha, target, sources }),
  ]);
  tell(0.9, 'evaluating segments');
  const segments = await evaluateSegments(analysis, options);
  return assemble(options, {
    prepared,
    predicted,
    estimators,
    all,
    diagnostics,
    segments,
    fingerprint: await fingerprintOf(options.file),
  });
}

interface DiagnosisParts {
  readonly sums: LogSums;
  readonly alpha: number;
  readonly target: PreparedPolicy;
  readonly sources: PolicySources;
}

async function diagnose(
  analysis: Analysis,
  { target, sources, ...rest }: DiagnosisParts,
): Promise<Diagnostics> {
  const mass = await unsupportedMass(analysis, target, sources);
  return readDiagnostics(analysis, { ...sources, ...rest, unsupportedMass: mass });
}

function probabilityColumnsOf({ target, baseline }: EvaluationOptions): string[] {
  const columns = [target, baseline].flatMap((spec) => (spec.kind === 'column' ? [spec.column] : []));
  return [...new Set(columns)];
}

function sourcesOf({ log }: PreparedLog, options: EvaluationOptions): PolicySources {
  const hasCandidates = log.mapping.columns.has('candidates');
  return {
    log,
    hasCandidates,
    hasCandidatePropensities: hasCandidates && log.mapping.columns.has('candidate_propensities'),
    probabilityColumns: probabilityColumnsOf(options),
  };
}

interface Parts {
  readonly prepared: PreparedLog;
  readonly predicted: PredictedRoles;
  readonly estimators: readonly Estimator[];
  readonly all: AllEstimates;
  readonly diagnostics: Diagnostics;
  readonly segments: EvaluationResult['segments'];
  readonly fingerprint: string;
}

function assemble(options: EvaluationOptions, parts: Parts): EvaluationResult {
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
    ...{ diagnostics, warnings, power, segments: parts.segments },
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
  return `${(100 * fraction).toPrecision(2)}%`;
}

function notComputed({ estimators, all, predicted }: Parts): NotComputed[] {
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

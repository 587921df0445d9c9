import { setImmediate } from 'node:timers/promises';
import { allEstimators, estimateAll, type Diagnostics, type LogSums } from '@keyart/evaluation';
import type { Analysis } from './analysis';
import type { EvaluationResult } from './evaluation-result';
import { fingerprintOf } from './file/fingerprint';
import { evaluateMatch } from './match/evaluate-match';
import { preparePolicy, type PolicySources, type PreparedPolicy } from './policies/policy-table';
import { unsupportedMass } from './policies/unsupported-mass';
import { prepareValidLog, type PreparedLog } from './prepare-log';
import { predict } from './reward-model/predict';
import { evaluateSegments } from './segments/evaluate-segments';
import { judge } from './sums/judged-table';
import { readDiagnostics } from './sums/read-diagnostics';
import { readSums } from './sums/read-sums';

import { assembleResult } from './assemble-result';
import type { EvaluationOptions } from './evaluation-options';

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
  const match = await evaluateMatch(analysis, alpha);
  return assembleResult(options, {
    prepared,
    predicted,
    estimators,
    all,
    diagnostics,
    segments,
    match,
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

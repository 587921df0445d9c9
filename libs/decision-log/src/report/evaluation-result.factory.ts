import type { Estimate, Measured, PolicyRole } from '@keyart/evaluation';
import { DEFAULT_ESTIMATOR_PARAMETERS, type Diagnostics, type WeightDiagnostics } from '@keyart/evaluation';
import { EVALUATION_SCHEMA, type EvaluationResult } from '../evaluation-result';
import type { MatchResult, MatchStratum } from '../match/match-result';

const METHOD = 'interval by empirical likelihood, error by the delta method, clustered by member';

function measured(value: number): Measured {
  return { value, standardError: 0.01, interval: [value - 0.02, value + 0.02], bootstrapInterval: null };
}

function estimate(policy: PolicyRole, estimator: Estimate['estimator'], value: number) {
  return { policy, estimator, ...measured(value), method: METHOD };
}

const WEIGHTS: WeightDiagnostics = {
  ...{ sampleCount: 1000, memberCount: 300, effectiveSampleSize: 240 },
  ...{ meanWeight: 1.01, expectedMeanWeight: 1, meanWeightZ: 0.3 },
  ...{ maxWeight: 6, maxWeightShare: 0.006, paretoK: 0.2, rewardedRowCount: 260 },
};

const DIAGNOSTICS: Diagnostics = {
  ...WEIGHTS,
  baseline: { ...WEIGHTS, meanWeightZ: null, paretoK: null },
  ...{
    meanCandidateCount: 5,
    unsupportedMass: 0,
    disagreementRate: 0.6,
    meanReward: 0.26,
    noRewardBound: null,
  },
  weightBins: [
    { upTo: 0.2, rowCount: 700 },
    { upTo: 10, rowCount: 300 },
  ],
  clipCurve: [1, 10, 100].map((clip) => ({ clip, value: Math.min(clip, 10) / 25 })),
  cumulative: [
    { sampleCount: 50, value: null, interval: null },
    { sampleCount: 1000, value: 0.41, interval: [0.38, 0.44] },
  ],
  calibration: [{ candidateCount: 5000, meanPropensity: 0.2, shownFraction: 0.2 }],
  ...{ driftZ: 0.1, agreementZ: -0.4, isUniformLog: false },
};

const STRATUM: MatchStratum = {
  candidates: { from: 2, to: 8 },
  ...{ sampleCount: 1000, memberCount: 300, chanceShare: 1 },
  rewardedRowCount: { target: 260, baseline: 260 },
  effectiveRewardedCount: { target: 60, baseline: 60 },
  ...{ target: measured(1.5), baseline: measured(1.1), difference: measured(0.4) },
  ...{ pValue: 0.001, verdict: 'better' },
};

/** Nothing was earned where there are eight candidates. */
const MATCH: MatchResult = {
  overall: STRATUM,
  strata: [
    { ...STRATUM, candidates: { from: 2, to: 2 } },
    {
      ...STRATUM,
      ...{ candidates: { from: 8, to: 8 }, chanceShare: 0, rewardedRowCount: { target: 0, baseline: 0 } },
      effectiveRewardedCount: { target: 0, baseline: 0 },
      ...{ target: null, baseline: null, difference: null, pValue: null, verdict: 'insufficient evidence' },
    },
  ],
};

/** For tests: a result in which everything is there. */
export function anEvaluationResult(changes: Partial<EvaluationResult> = {}): EvaluationResult {
  const difference = { estimator: 'dr', ...measured(0.14), lift: measured(0.54), method: METHOD } as const;
  return {
    schema: EVALUATION_SCHEMA,
    verdict: 'better',
    summary: ['target.csv is better than logging.', 'Paired difference +0.14 by DR.'],
    policies: { target: 'target.csv', baseline: 'logging' },
    estimates: [estimate('target', 'dr', 0.4), estimate('baseline', 'dr', 0.26)],
    ...{ difference, differences: [difference], diagnostics: DIAGNOSTICS, warnings: [] },
    match: MATCH,
    notComputed: [{ estimator: 'mips', why: 'target: facets of actions were not given' }],
    power: {
      ...{ relativeStandardError: 0.04, minimumDetectableEffect: 0.11 },
      ...{ smallestLift: 0.05, requiredSampleCount: 4840 },
    },
    segments: [
      {
        ...{ column: 'device', value: 'tv', sampleCount: 400, effectiveSampleSize: 90, estimator: 'dr' },
        ...{ difference: measured(0.12), adjustedPValue: 0.001 },
      },
    ],
    dataset: {
      ...{ file: 'log.csv', fingerprint: 'ab'.repeat(32), rowCount: 1000, memberCount: 300 },
      ...{ lockedCount: 0, quarantinedCount: 0, quarantineFile: null, notes: [] },
    },
    configuration: {
      ...{ rewardModel: 'cross-fitted', parameters: DEFAULT_ESTIMATOR_PARAMETERS, alpha: 0.05 },
      ...{ bootstrapDrawCount: 0, map: null, facets: null },
    },
    ...{ seed: 1, version: '0', command: 'keyart evaluate', createdAt: '2026-01-01T00:00:00.000Z' },
    ...changes,
  };
}

import { SAMPLE_RATIO_ALARM, type ComparisonResult, type SampleRatio } from '@keyart/evaluation';
import { EXPERIMENT_SCHEMA, type ExperimentAnalysis } from '../analysis/experiment-result';

/** For tests: a goal metric that improved by 20%. */
export function aComparison(changes: Partial<ComparisonResult> = {}): ComparisonResult {
  return {
    ...{ name: 'takes', comparison: 'treatment vs control', controlMean: 0.24, treatmentMean: 0.288 },
    ...{ effect: 0.2, relative: true, standardError: 0.03, interval: [0.14, 0.26] },
    ...{ pValue: 2e-11, adjustedPValue: 4e-11, method: 'welch+cuped', minimumDetectableEffect: 0.084 },
    ...{ cuped: { slope: 2.5, varianceDropFraction: 0.58 }, guardrail: null },
    ...{ verdict: 'better', problem: null },
    ...changes,
  };
}

/** For tests: a metric that held its margin. */
export function aGuardrail(changes: Partial<ComparisonResult> = {}): ComparisonResult {
  return aComparison({
    ...{ name: 'early_stops', effect: 0.01, interval: [-0.1, 0.12], pValue: 0.8, adjustedPValue: null },
    guardrail: { margin: 0.15, better: 'lower', state: 'held' },
    ...{ verdict: 'no difference shown', cuped: null, method: 'welch' },
    ...changes,
  });
}

/** For tests: sizes as planned, or not. */
export function aSampleRatio(pValue: number): SampleRatio {
  const isMismatch = pValue < SAMPLE_RATIO_ALARM;
  return { chiSquared: 0.1, degreesOfFreedom: 1, pValue, isMismatch, leakedTraffic: [] };
}

/** For tests: a test in which everything is there. */
export function anExperimentAnalysis(changes: Partial<ExperimentAnalysis> = {}): ExperimentAnalysis {
  return {
    schema: EXPERIMENT_SCHEMA,
    summary: ['takes, treatment vs control: better.'],
    metrics: [aComparison(), aGuardrail()],
    notCompared: [],
    arms: [
      { name: 'control', memberCount: 993, weight: 1 },
      { name: 'treatment', memberCount: 1007, weight: 1 },
    ],
    sampleRatio: aSampleRatio(0.75),
    multipleExposure: { memberCount: 3, share: 0.0015, isBroken: false },
    segments: ['phone', 'tv'].map((value) => ({
      ...aComparison(),
      column: 'device',
      value,
      memberCount: 1000,
    })),
    segmentDifferences: [
      {
        ...{ column: 'device', name: 'takes', comparison: 'treatment vs control' },
        heterogeneity: { statistic: 0.2, degreesOfFreedom: 1, pValue: 0.65 },
      },
    ],
    daily: [
      {
        ...{ name: 'takes', comparison: 'treatment vs control' },
        days: [0, 1, 2].map((day) => ({ day, effect: 0.2, interval: [0.1, 0.3] })),
        trend: { slope: 0.001, start: 0.2, standardError: 0.05, pValue: 0.98 },
      },
    ],
    warnings: [],
    configuration: {
      ...{ alpha: 0.05, relative: true, cuped: true, method: 'welch' },
      ...{ correction: 'holm', alternative: 'two-sided' },
    },
    dataset: { file: 'days.csv', fingerprint: 'ab'.repeat(32), rowCount: 2924 },
    ...{ version: '0', command: 'keyart ab analyze', generatedAt: '2026-01-01T00:00:00.000Z' },
    ...changes,
  };
}

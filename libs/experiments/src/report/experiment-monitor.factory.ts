import { MONITOR_SCHEMA, type ExperimentMonitor } from '../monitor/monitor-result';
import { aComparison, aGuardrail } from './experiment-analysis.factory';

/** For tests: a watched test in which everything is there. */
export function anExperimentMonitor(changes: Partial<ExperimentMonitor> = {}): ExperimentMonitor {
  return {
    ...{ schema: MONITOR_SCHEMA, advice: 'decided', reason: 'takes: treatment vs control is better' },
    ...{ arms: ['control', 'treatment'], weights: [1, 1] },
    multipleExposure: { memberCount: 0, share: 0, isBroken: false },
    plannedMembers: null,
    looks: [0, 1, 2].map((day) => ({
      ...{ day, memberCounts: [100 * (day + 1), 101 * (day + 1)] },
      sampleRatio: { pValue: 0.9, isMismatch: false, leakedTraffic: [] },
      metrics: [aComparison({ method: 'asymptotic-cs' }), aGuardrail()],
      notCompared: [],
      isBeyondPlan: false,
    })),
    configuration: {
      ...{ alpha: 0.05, relative: true, cuped: false, method: 'asymptotic-cs' },
      ...{ correction: 'none', alternative: 'two-sided' },
    },
    dataset: { file: 'days.csv', fingerprint: 'ab'.repeat(32), rowCount: 2924 },
    ...{ version: '0', command: 'keyart ab monitor', generatedAt: '2026-01-01T00:00:00.000Z' },
    ...changes,
  };
}

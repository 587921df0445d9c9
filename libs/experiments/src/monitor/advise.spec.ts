import { aComparison, aGuardrail } from '../report/experiment-analysis.factory';
import { anExperimentMonitor } from '../report/experiment-monitor.factory';
import { advise } from './advise';

describe('advise', () => {
  const plain = anExperimentMonitor();
  const [look] = plain.looks;
  const broken = aGuardrail({ guardrail: { margin: 0.1, better: 'lower', state: 'broken' } });
  const mismatch = { pValue: 1e-5, isMismatch: true, leakedTraffic: [] };

  it.each([
    ['go on', { looks: [{ ...look, metrics: [aComparison({ verdict: 'no difference shown' })] }] }],
    ['go on', { looks: [{ ...look, metrics: [] }] }],
    ['go on', { looks: [] }],
    ['decided', {}],
    ['decided', { plannedMembers: 200, looks: [look, { ...look, metrics: [], isBeyondPlan: true }] }],
    [
      'stop: planned size',
      {
        plannedMembers: 200,
        looks: [
          { ...look, metrics: [aComparison({ verdict: 'no difference shown' })] },
          { ...look, metrics: [], isBeyondPlan: true },
        ],
      },
    ],
    ['stop: guardrail', { looks: [{ ...look, metrics: [aComparison(), broken] }, look] }],
    ['stop: assignment', { multipleExposure: { memberCount: 50, share: 0.05, isBroken: true } }],
    ['stop: assignment', { weights: [1, 0] }],
    ['stop: sample ratio', { looks: [{ ...look, sampleRatio: mismatch }, look], weights: [1, 0] }],
  ] as const)('%s', (advice, changes) => {
    expect(advise({ ...plain, ...changes })).toMatchObject({ advice });
  });

  it('says who met what', () => {
    expect(advise({ ...plain, weights: [1, 0] }).reason).toBe(
      'arm treatment has a weight of 0 and 303 members',
    );
  });
});

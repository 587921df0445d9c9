import { analyzeExperiment, type MeasuredMetric } from '@keyart/evaluation';
import { planOf } from '../plan-of';
import { anExperimentAnalysis } from '../report/experiment-analysis.factory';
import { assembleAnalysis } from './assemble-analysis';

function takes(controlCount: number, treatmentCount: number): MeasuredMetric {
  const arm = (name: string, n: number, rate: number) => {
    return { name, n, sum: Math.round(n * rate), sumSquares: Math.round(n * rate) };
  };
  const arms = [arm('control', controlCount, 0.2), arm('treatment', treatmentCount, 0.3)];
  return { name: 'takes', type: 'proportion', better: 'higher', arms };
}

describe('assembleAnalysis', () => {
  const plan = planOf({}, 2);
  const { segments, dataset } = anExperimentAnalysis();
  const run = { version: '0', command: 'keyart', now: new Date(0) };
  const assemble = (...counts: [number, number]) => {
    const metrics = [takes(...counts)];
    const result = analyzeExperiment(plan, metrics);
    return assembleAnalysis({ plan, metrics, result, segments, dataset, run, multipleExposure: null });
  };

  it('lets a segment win in a sound test', () => {
    const { segments: found, warnings } = assemble(1000, 1000);
    expect(warnings).toEqual([]);
    expect(found.map(({ verdict }) => verdict)).toEqual(['better', 'better']);
  });

  it('lets none win beside a mismatch, whatever its own sizes', () => {
    const { segments: found, metrics, summary } = assemble(1000, 1300);
    expect([...found, ...metrics].map(({ verdict }) => verdict)).toEqual(
      Array.from({ length: 3 }, () => 'insufficient evidence'),
    );
    expect(summary[0]).toMatch(/^No winner can be named/);
  });
});

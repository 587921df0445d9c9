import { normalSurvival, studentQuantile } from '@keyart/evaluation';
import { standardScore } from './standard-score';

const fitOf = (freedom: number) => ({
  coefficients: [0],
  covariance: [0],
  freedom,
  residualSquares: freedom,
});
const scoreOf = (value: number, freedom: number): number | null =>
  standardScore(fitOf(freedom), {
    ...{ forecast: { mean: 0, variance: 1, isKnown: true }, value, leastVariance: 0.01 },
  });

describe('standardScore', () => {
  it.each([5, 12, 60, 99, 100, 150, 1000])(
    'turns t into normal quantiles with %i degrees of freedom',
    (freedom) => {
      for (const p of [0.6, 0.9, 0.99, 0.999]) {
        const score = scoreOf(studentQuantile(p, freedom), freedom) ?? NaN;
        expect(Math.abs(normalSurvival(score) / (1 - p) - 1)).toBeLessThan(1e-3);
        expect(scoreOf(-studentQuantile(p, freedom), freedom)).toBeCloseTo(-score, 12);
      }
    },
  );

  it('says nothing before five degrees of freedom', () => {
    expect(scoreOf(1, 4)).toBeNull();
  });

  it('goes to 4 standard deviations at most', () => {
    expect([scoreOf(1e6, 30), scoreOf(-1e6, 300)]).toEqual([4, -4]);
  });

  it('takes the least variance for a stream that never moved', () => {
    const constant = { coefficients: [0], covariance: [0], freedom: 30, residualSquares: 0 };
    const score = standardScore(constant, {
      ...{ forecast: { mean: 0, variance: 1, isKnown: true }, value: 0.1, leastVariance: 0.01 },
    });
    expect(score).toBeGreaterThan(0.9);
    expect(score).toBeLessThan(1);
  });
});

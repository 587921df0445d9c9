import { normalQuantile } from '../distributions/normal-quantile';
import { normalSurvival } from '../distributions/normal-survival';
import type { Interval } from './percentile-interval';
import { pValueOfIntervals } from './p-value';

/** Of a normal variable with error 1. */
function normalInterval(value: number): (alpha: number) => Interval {
  return (alpha) => {
    const half = normalQuantile(1 - alpha / 2);
    return [value - half, value + half];
  };
}

describe('pValueOfIntervals', () => {
  it.each([
    // Tables of the normal distribution.
    [1.959963984540054, 0.05],
    [-2.5758293035489, 0.01],
    [0.6744897501960817, 0.5],
  ])('of %d errors is %d', (z, p) => {
    expect(pValueOfIntervals(z, normalInterval(z))).toBeCloseTo(p, 5);
  });

  it.each([0.01, 0.5, 1.3, 3, 5.5])('is the survival of the test that the intervals invert, at %d', (z) => {
    const wanted = 2 * normalSurvival(z);
    expect(Math.abs((pValueOfIntervals(z, normalInterval(z)) ?? NaN) / wanted - 1)).toBeLessThan(1e-5);
  });

  it('never contradicts the interval', () => {
    const z = 2.1;
    const p = pValueOfIntervals(z, normalInterval(z)) ?? NaN;
    expect(normalInterval(z)(1.001 * p)[0]).toBeGreaterThan(0);
    expect(normalInterval(z)(0.999 * p)[0]).toBeLessThan(0);
  });

  it('stops at 1e-12 and at 1', () => {
    expect(pValueOfIntervals(50, normalInterval(50))).toBe(1e-12);
    expect(pValueOfIntervals(0, normalInterval(0))).toBe(1);
  });

  it('is none where there is no interval', () => {
    expect(pValueOfIntervals(1, () => null)).toBeNull();
  });
});

import { normalQuantile } from '../distributions/normal-quantile';
import { normalSurvival } from '../distributions/normal-survival';
import type { Interval } from './percentile-interval';
import { pValueOfIntervals } from './p-value-of-intervals';

/** Of a normal variable with error 1. */
function normalInterval(value: number): (alpha: number) => Promise<Interval> {
  return (alpha) => {
    const half = normalQuantile(1 - alpha / 2);
    return Promise.resolve([value - half, value + half]);
  };
}

describe('pValueOfIntervals', () => {
  it.each([
    // Tables of the normal distribution.
    [1.959963984540054, 0.05],
    [-2.5758293035489, 0.01],
    [0.6744897501960817, 0.5],
  ])('of %d errors is %d', async (z, p) => {
    expect(await pValueOfIntervals(normalInterval(z))).toBeCloseTo(p, 5);
  });

  it.each([0.01, 0.5, 1.3, 3, 5.5])(
    'is the survival of the test that the intervals invert, at %d',
    async (z) => {
      const wanted = 2 * normalSurvival(z);
      expect(Math.abs(((await pValueOfIntervals(normalInterval(z))) ?? NaN) / wanted - 1)).toBeLessThan(1e-5);
    },
  );

  it('never contradicts the interval', async () => {
    const z = 2.1;
    const p = (await pValueOfIntervals(normalInterval(z))) ?? NaN;
    expect((await normalInterval(z)(1.001 * p))[0]).toBeGreaterThan(0);
    expect((await normalInterval(z)(0.999 * p))[0]).toBeLessThan(0);
  });

  it('stops at 1e-12 and at 1', async () => {
    expect(await pValueOfIntervals(normalInterval(50))).toBe(1e-12);
    expect(await pValueOfIntervals(normalInterval(0))).toBe(1);
  });

  it('is none where there is no interval', async () => {
    expect(await pValueOfIntervals(() => Promise.resolve(null))).toBeNull();
  });
});

import fc from 'fast-check';
import { betweenVariance, centreOf, shrinkTowards } from './shrink';

const noisy = fc.record({
  value: fc.double({ min: -2, max: 2, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
});

describe('shrinkTowards', () => {
  const prior = { centre: { value: 0, variance: 0 }, between: 0.5, degreesOfFreedom: 1000 };

  it('goes half way where noise is as large as what there is to know', () => {
    const { value, variance, ownShare } = shrinkTowards(prior, { value: 1, variance: 0.5 });
    expect([value, ownShare]).toEqual([0.5, 0.5]);
    expect(variance).toBeCloseTo(0.25 + (2 / 998) * 0.25, 12);
  });

  it('is the centre for those who have nothing of their own', () => {
    const centre = { value: 0.3, variance: 0.1 };
    expect(shrinkTowards({ ...prior, centre }, null)).toEqual({ value: 0.3, variance: 0.6, ownShare: 0 });
  });

  it('never leaves the way between centre and estimate', () => {
    fc.assert(
      fc.property(noisy, noisy, fc.double({ min: 0, max: 3, noNaN: true }), (centre, own, between) => {
        const { value, ownShare, variance } = shrinkTowards({ centre, between, degreesOfFreedom: 9 }, own);
        const [low, high] = [Math.min(centre.value, own.value), Math.max(centre.value, own.value)];
        expect(value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
        expect(ownShare).toBeGreaterThanOrEqual(0);
        expect(variance).toBeGreaterThan(0);
      }),
    );
  });
});

describe('betweenVariance', () => {
  it('takes noise out of the spread', () => {
    // Equal variances v: τ² = s² − v; s² of −1, 0, 1 is 1.
    const values = [-1, 0, 1].map((value) => ({ value, variance: 0.25 }));
    expect(betweenVariance(values)).toBeCloseTo(0.75, 12);
    expect(betweenVariance(values.map((one) => ({ ...one, variance: 4 })))).toBe(0);
    expect(betweenVariance(values.slice(1, 2))).toBe(0);
    expect(centreOf(values, 0.75)).toEqual({ value: 0, variance: 1 / 3 });
  });
});

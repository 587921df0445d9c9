import { createRandom } from '@keyart/common';
import fc from 'fast-check';
import { DEFAULT_PRIOR_STRENGTH, pooledMean, priorStrength, shrink } from './empirical-bayes';

const mean = fc.double({ min: -1, max: 1, noNaN: true });
const count = fc.double({ min: 0, max: 1e6, noNaN: true });
const strengths = fc.double({ min: 1, max: 1e4, noNaN: true });

describe('shrink', () => {
  it('lies between the observed mean and the prior mean', () => {
    fc.assert(
      fc.property(fc.tuple(mean, mean), count, strengths, ([own, prior], n, strength) => {
        const shrunk = shrink({ mean: own, count: n }, prior, strength);
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, prior) - 1e-12);
        expect(shrunk).toBeLessThanOrEqual(Math.max(own, prior) + 1e-12);
      }),
    );
  });

  it('is the prior without rows and the observed mean with many', () => {
    expect(shrink({ mean: 0.9, count: 0 }, 0.1, 50)).toBe(0.1);
    expect(shrink({ mean: 0.9, count: 1e9 }, 0.1, 50)).toBeCloseTo(0.9, 6);
  });
});

describe('priorStrength', () => {
  it('recovers σ²/τ² of simulated siblings', () => {
    const random = createRandom('prior-strength/1');
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    const groups = Array.from({ length: 400 }, () =>
      Array.from({ length: 5 }, () => ({
        mean: 0.05 * normal() + normal() * Math.sqrt(0.1 / 200),
        count: 200,
      })),
    );
    const truth = 0.1 / 0.05 ** 2;
    // 1,600 degrees of freedom: the variance estimate's relative standard error is sqrt(2 / 1600) · (1 + σ²/(n τ²)) = 4.2%.
    expect(Math.abs(priorStrength(groups, 0.1) / truth - 1)).toBeLessThan(3.5 * 0.042);
  });

  it('shrinks fully when siblings differ no more than chance', () => {
    const alike = [
      { mean: 0.1, count: 100 },
      { mean: 0.1, count: 100 },
    ];
    expect(priorStrength([alike], 0.1)).toBe(10_000);
  });

  it.each([
    ['no groups', [], 0.1],
    ['no siblings', [[{ mean: 0.2, count: 10 }]], 0.1],
    [
      'no rows',
      [
        [
          { mean: 0, count: 0 },
          { mean: 0, count: 0 },
        ],
      ],
      0.1,
    ],
    [
      'no variance',
      [
        [
          { mean: 0.2, count: 9 },
          { mean: 0.3, count: 9 },
        ],
      ],
      0,
    ],
  ])('falls back to the default with %s', (_, groups, variance) => {
    expect(priorStrength(groups, variance)).toBe(DEFAULT_PRIOR_STRENGTH);
  });
});

describe('pooledMean', () => {
  it('weighs by count and is zero without rows', () => {
    expect(
      pooledMean([
        { mean: 1, count: 1 },
        { mean: 0, count: 3 },
      ]),
    ).toEqual({ mean: 0.25, count: 4 });
    expect(pooledMean([])).toEqual({ mean: 0, count: 0 });
  });
});

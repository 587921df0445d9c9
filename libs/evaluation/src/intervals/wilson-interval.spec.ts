import { createRandom } from '@keyart/common';
import fc from 'fast-check';
import { wilsonInterval } from './wilson-interval';

const TRIALS = 4_000;

describe('wilsonInterval', () => {
  it.each([
    // Newcombe, "Two-sided confidence intervals for the single proportion" (Statistics in Medicine 1998), table I.
    { hits: 81, total: 263, lower: 0.2553, upper: 0.3662 },
    { hits: 15, total: 148, lower: 0.0624, upper: 0.1605 },
    { hits: 0, total: 20, lower: 0, upper: 0.1611 },
    { hits: 1, total: 29, lower: 0.0061, upper: 0.1718 },
  ])('$hits of $total', ({ hits, total, lower, upper }) => {
    const interval = wilsonInterval(hits, total);
    expect(interval[0]).toBeCloseTo(lower, 4);
    expect(interval[1]).toBeCloseTo(upper, 4);
  });

  it('leaves everything possible before anything was tried', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it('holds the proportion and stays within [0, 1]', () => {
    const counts = fc.integer({ min: 1, max: 10_000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([hits, total]) => {
        const [lower, upper] = wilsonInterval(hits, total);
        expect([0, lower, hits / total, upper, 1]).toEqual(
          [0, lower, hits / total, upper, 1].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('covers a true proportion of .85 in about 95 of 100 samples of 48', () => {
    const random = createRandom('wilson');
    const covered = Array.from({ length: TRIALS }, () => {
      const hits = Array.from({ length: 48 }, () => random.next()).filter((draw) => draw < 0.85).length;
      const [lower, upper] = wilsonInterval(hits, 48);
      return lower <= 0.85 && 0.85 <= upper;
    }).filter(Boolean).length;
    // The counts are discrete, so that the level is met only nearly: 4 standard errors and one part in a hundred.
    expect(Math.abs(covered / TRIALS - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / TRIALS) + 0.01);
  });

  it.each([
    [-1, 3],
    [4, 3],
    [0.5, 3],
    [1, NaN],
  ])('refuses %d of %d', (hits, total) => {
    expect(() => wilsonInterval(hits, total)).toThrow(
      expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }),
    );
  });
});

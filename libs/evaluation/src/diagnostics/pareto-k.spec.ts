import { paretoK, tailCount } from './pareto-k';

/** The largest of n weights with a Pareto tail of shape k, by its quantiles. */
function tailOf(k: number, n: number): Float64Array {
  const count = tailCount(n) + 1;
  return Float64Array.from({ length: count }, (_, i) => ((i + 0.5) / n) ** -k);
}

describe('paretoK', () => {
  it.each([0.2, 0.5, 0.7, 1])('finds a shape of %f', (k) => {
    expect(Math.abs((paretoK(tailOf(k, 100_000)) ?? NaN) - k)).toBeLessThan(0.08);
  });

  it('says nothing of weights that are all of one size, or few', () => {
    expect(paretoK(new Float64Array(50).fill(5))).toBeNull();
    expect(paretoK(Float64Array.of(1, 2, 3))).toBeNull();
  });

  it.each([
    ['all', () => 4.75],
    ['half', (i: number) => (i < 25 ? i : 4.75 * 25)],
    ['all but the cutoff', (i: number) => (i === 0 ? 0.1 : 4.75)],
  ])('says nothing where %s differ only by rounding', (_, weightOf) => {
    const rounded = Float64Array.from({ length: 50 }, (__, i) => weightOf(i) * (1 + 1e-15 * (i % 3)));
    expect(paretoK(rounded)).toBeNull();
  });

  it('takes what ties with the cutoff for the cutoff, however it was rounded', () => {
    const weights = (noise: number) =>
      Float64Array.from({ length: 61 }, (_, i) => (i < 40 ? 2 * (1 + noise * (i % 3)) : 2 + i / 7));
    expect(paretoK(weights(1e-15))).toBeCloseTo(paretoK(weights(0)) ?? NaN, 6);
  });

  it('takes a fifth of few weights, and 3 √n of many', () => {
    expect([tailCount(100), tailCount(10_000)]).toEqual([20, 300]);
  });
});

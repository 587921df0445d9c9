import { PoissonDraws } from './poisson-draws';

function draw(hash: number, count: number, seed = 1): number[] {
  const draws = new PoissonDraws(seed);
  draws.begin(hash);
  return Array.from({ length: count }, () => draws.next());
}

describe('PoissonDraws', () => {
  it('has mean and variance 1', () => {
    const count = 200_000;
    const values = draw(12345, count);
    const mean = values.reduce((sum, k) => sum + k, 0) / count;
    const variance = values.reduce((sum, k) => sum + (k - mean) ** 2, 0) / count;
    // Variance of the sample variance of Poisson(1): (1 + 3 − 1) / n.
    expect(Math.abs(mean - 1)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(3 / count));
  });

  it('depends on member and seed alone', () => {
    expect(draw(7, 50)).toEqual(draw(7, 50));
    expect(draw(7, 50)).not.toEqual(draw(8, 50));
    expect(draw(7, 50)).not.toEqual(draw(7, 50, 2));
  });
});

import { createRandom } from './random';

const take = (seed: string, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('createRandom', () => {
  it('repeats a stream for the same seed and starts another for another', () => {
    expect(take('simulation/1', 20)).toEqual(take('simulation/1', 20));
    expect(take('simulation/1', 20)).not.toEqual(take('simulation/2', 20));
  });

  it('draws uniformly in [0, 1)', () => {
    const draws = take('moments', 100_000);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - 0.5) ** 2, 0) / draws.length;
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    // four standard errors: √(1/12n) and √(1/180n)
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 / Math.sqrt(12 * draws.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 / Math.sqrt(180 * draws.length));
  });

  it('uses all 53 bits', () => {
    expect(take('bits', 100).some((draw) => (draw * 2 ** 53) % 2 === 1)).toBe(true);
  });
});

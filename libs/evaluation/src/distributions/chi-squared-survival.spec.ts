import fc from 'fast-check';
import { chiSquaredSurvival } from './chi-squared-survival';

/** The closed form for an even number of degrees of freedom: a Poisson distribution's lower tail. */
function evenSurvival(statistic: number, half: number): number {
  let term = Math.exp(-statistic / 2);
  let sum = term;
  for (let i = 1; i < half; i++) sum += term *= statistic / 2 / i;
  return sum;
}

describe('chiSquaredSurvival', () => {
  it.each([
    [3.841458820694124, 1, 0.05],
    [10.827566170662733, 1, 0.001],
    [18.307038053275146, 10, 0.05],
    [124.34211340400407, 100, 0.05],
    [0.003932140000019531, 1, 0.95],
  ])('agrees with printed tables: %f with %i degrees of freedom', (statistic, freedom, p) => {
    expect(chiSquaredSurvival(statistic, freedom)).toBeCloseTo(p, 8);
  });

  it('agrees with the closed form for even degrees of freedom, far tails included', () => {
    const statistics = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(statistics, fc.integer({ min: 1, max: 30 }), (statistic, half) => {
        const expected = evenSurvival(statistic, half);
        expect(Math.abs(chiSquaredSurvival(statistic, 2 * half) - expected)).toBeLessThan(
          1e-8 * expected + 1e-9,
        );
      }),
    );
  });

  it('is 1 at zero and 0 at infinity', () => {
    expect([chiSquaredSurvival(0, 3), chiSquaredSurvival(Infinity, 3)]).toEqual([1, 0]);
  });

  it.each([
    [-1, 1],
    [NaN, 1],
    [1, 0],
  ])('refuses %f with %f degrees of freedom', (statistic, freedom) => {
    expect(() => chiSquaredSurvival(statistic, freedom)).toThrow(
      expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }),
    );
  });
});

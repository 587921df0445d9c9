import fc from 'fast-check';
import { betaCdf, betaDensity, betaMoments, betaQuantile, betaSurvival } from './beta-distribution';

const parameters = fc.record({
  alpha: fc.double({ min: 0.5, max: 3000, noNaN: true }),
  beta: fc.double({ min: 0.5, max: 3000, noNaN: true }),
});

describe('the beta distribution', () => {
  it('agrees with what can be reckoned by hand', () => {
    // I_x(1, b) = 1 − (1 − x)^b; I_x(a, 1) = x^a; I_x(2, 2) = 3x² − 2x³.
    expect(betaCdf({ alpha: 1, beta: 19 }, 0.1)).toBeCloseTo(1 - 0.9 ** 19, 14);
    expect(betaCdf({ alpha: 3, beta: 1 }, 0.4)).toBeCloseTo(0.064, 14);
    expect(betaCdf({ alpha: 2, beta: 2 }, 0.3)).toBeCloseTo(0.216, 14);
    expect(betaDensity({ alpha: 2, beta: 2 })(0.3)).toBeCloseTo(6 * 0.3 * 0.7, 14);
    expect(betaMoments({ alpha: 2, beta: 2 })).toEqual({ mean: 0.5, sd: Math.sqrt(0.05) });
    expect(betaSurvival({ alpha: 1, beta: 19 }, 0.9)).toBeCloseTo(1e-19, 30);
    expect([betaCdf({ alpha: 2, beta: 2 }, -1), betaSurvival({ alpha: 2, beta: 2 }, 2)]).toEqual([0, 0]);
  });

  it('has quantiles that turn its probabilities round', () => {
    fc.assert(
      fc.property(parameters, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (beta, p) => {
        expect(betaCdf(beta, betaQuantile(beta, p))).toBeCloseTo(p, 9);
      }),
    );
  });

  it.each([
    { alpha: 0, beta: 1 },
    { alpha: 1, beta: NaN },
    { alpha: 1, beta: Infinity },
  ])('refuses %p', (bad) => {
    expect(() => betaCdf(bad, 0.5)).toThrow('a beta distribution of');
    expect(() => betaQuantile({ alpha: 1, beta: 1 }, 1)).toThrow('beta quantile of 1');
  });
});

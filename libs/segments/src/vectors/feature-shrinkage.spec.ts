import { createRandom, type Random } from '@keyart/common';
import { normal } from '../simulation/normal';
import { fitFeatureShrinkage, shrunkenValue, type HalvedMeasurement } from './feature-shrinkage';

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function viewer(level: number, count: number, random: Random): HalvedMeasurement {
  const values = Array.from({ length: count }, () => level + normal(random));
  const measured = (of: readonly number[]) => ({ value: meanOf(of), count: of.length });
  return {
    whole: measured(values),
    halves: [measured(values.filter((_, i) => i % 2 === 0)), measured(values.filter((_, i) => i % 2 === 1))],
  };
}

describe('fitFeatureShrinkage', () => {
  it('finds how many titles the population is worth, σ²/τ², with unlike counts', () => {
    const random = createRandom('shrinkage');
    const viewers = Array.from({ length: 4000 }, (_, i) =>
      viewer(3 + 0.5 * normal(random), 4 + (i % 17), random),
    );
    const { mean, strength } = fitFeatureShrinkage(viewers);
    expect(Math.abs(mean - 3)).toBeLessThan(0.05);
    // σ²/τ² = 4; τ² is a covariance of 4,000 pairs with a relative standard error of some 4%
    expect(Math.abs(Number(strength) - 4)).toBeLessThan(0.7);
  });

  it('does not see differences where there is but chance, or none at all', () => {
    const random = createRandom('chance');
    const { strength } = fitFeatureShrinkage(Array.from({ length: 2000 }, () => viewer(0, 10, random)));
    expect(strength === null || strength > 100).toBe(true);
    const same = { value: 0.3, count: 5 };
    expect(
      fitFeatureShrinkage(Array.from({ length: 9 }, () => ({ whole: same, halves: [same, same] }))),
    ).toEqual({
      mean: expect.closeTo(0.3, 12),
      strength: null,
    });
    expect(fitFeatureShrinkage([])).toEqual({ mean: 0, strength: null });
  });
});

describe('shrunkenValue', () => {
  it('lies between the own value and the mean, nearer to the own the more titles there are', () => {
    const fit = { mean: 0, strength: 4 };
    expect(shrunkenValue({ value: 1, count: 4 }, fit)).toBe(0.5);
    expect(shrunkenValue({ value: 1, count: 36 }, fit)).toBe(0.9);
    expect(shrunkenValue(null, fit)).toBe(0);
    expect(shrunkenValue({ value: 1, count: 4 }, { mean: 0.2, strength: null })).toBe(0.2);
  });
});

import fc from 'fast-check';
import { effectiveCount, jackknifeEstimate } from './jackknife';

const ones = (count: number): Float64Array => new Float64Array(count).fill(1);

describe('jackknifeEstimate', () => {
  it("gives a mean its textbook error and Student's interval", () => {
    // 1, 2, 3, 4, 5: mean 3, s² = 2.5, standard error √.5; t with 4 degrees of freedom 2.776445.
    const values = [1, 2, 3, 4, 5];
    const leftOut = Float64Array.from(values, (value) => (15 - value) / 4);
    const found = jackknifeEstimate({ value: 3, leftOut, shares: ones(5) });
    expect(found?.standardError).toBeCloseTo(Math.sqrt(0.5), 12);
    expect(found?.degreesOfFreedom).toBeCloseTo(4, 12);
    expect(found?.interval[0]).toBeCloseTo(3 - 2.776445 * Math.sqrt(0.5), 5);
  });

  it('has a p-value below alpha exactly where the interval leaves 0 out', () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(number, fc.array(number, { minLength: 2, maxLength: 12 }), (value, others) => {
        const found = jackknifeEstimate({
          ...{ value, leftOut: Float64Array.from(others), shares: ones(others.length) },
        });
        if (!found || Math.abs(found.pValue - 0.05) < 1e-9) return;
        const [lower, upper] = found.interval;
        expect(found.pValue < 0.05).toBe(lower > 0 || upper < 0);
      }),
    );
  });

  it('counts one cluster that holds nearly all as hardly more than one', () => {
    const leftOut = Float64Array.of(1.1, 0.9, 1.2, 0.8);
    const found = jackknifeEstimate({ value: 1, leftOut, shares: Float64Array.of(1000, 1, 1, 1) });
    expect(found?.degreesOfFreedom).toBe(1);
  });

  it.each([[[NaN, 1]], [[1, 1]]])('has no error of %j', (others) => {
    expect(jackknifeEstimate({ value: 1, leftOut: Float64Array.from(others), shares: ones(2) })).toBeNull();
  });

  it('refuses a single cluster', () => {
    expect(() => jackknifeEstimate({ value: 1, leftOut: ones(1), shares: ones(1) })).toThrow('1 clusters');
  });
});

describe('effectiveCount', () => {
  it('is the count of equal weights, and never more than the count', () => {
    expect(effectiveCount([0.3, 0.3, 0.3])).toBeCloseTo(3, 12);
    expect(effectiveCount([])).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1 }), (weights) => {
        expect(effectiveCount(weights)).toBeLessThanOrEqual(weights.length + 1e-9);
      }),
    );
  });
});

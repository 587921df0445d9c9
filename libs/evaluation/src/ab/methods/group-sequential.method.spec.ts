import type { Effect } from '../effect';
import { groupSequential } from './group-sequential.method';
import { crossingProbabilities, spendingBoundaries } from './spending-boundaries';

/** With so many standard errors. */
function effectOf(z: number): Effect {
  return { effect: z, standardError: 1, degreesOfFreedom: 998, sampleCount: 1000, unitVariance: 500 };
}

describe('groupSequential', () => {
  const plans = [[1], [0.5], [0.05, 0.1], [0.5, 1]];

  it.each(plans)('has at look %j the p-value whose interval ends at 0', (...fractions) => {
    const method = groupSequential(fractions);
    for (const alpha of [1e-9, 1e-4, 0.01, 0.05, 0.3, 0.9]) {
      const z = method.criticalValue(effectOf(0), alpha);
      const p = method.pValue(effectOf(z), 0.05);
      expect(Math.abs(Math.log(p / alpha))).toBeLessThan(1e-6);
    }
  });

  it.each(plans)('at look %j stays within what it can tell apart', (...fractions) => {
    const method = groupSequential(fractions);
    expect(method.pValue(effectOf(0), 0.05)).toBe(1);
    expect(method.pValue(effectOf(-40), 0.05)).toBeCloseTo(1e-12, 24);
  });

  it('is the normal test at a single last look', () => {
    expect(groupSequential([1]).pValue(effectOf(1.959963985), 0.05)).toBeCloseTo(0.05, 7);
  });

  it.each([[0.5, 1.5], [0.2, 0.55, 1.04], [0.3, 0.6, 0.8], [1.3]])(
    'spends at looks %j what is left of the level by then, and no more',
    (...fractions) => {
      const costs = crossingProbabilities(fractions, spendingBoundaries(fractions, 0.05));
      const spent = fractions.map((fraction) => 0.05 * Math.min(1, fraction) ** 2);
      costs.forEach((cost, k) => expect(cost).toBeCloseTo(spent[k] - (spent[k - 1] ?? 0), 8));
    },
  );

  it('counts the members that came in beyond the plan: the last looks hang together less', () => {
    const [planned, more] = [1, 1.5].map((last) => spendingBoundaries([0.5, last], 0.05)[1]);
    expect(more).toBeGreaterThan(planned + 0.001);
  });
});

import fc from 'fast-check';
import type { Effect } from '../effect';
import { asymptoticCs } from './asymptotic-cs.method';
import { groupSequential } from './group-sequential.method';
import type { IntervalMethod } from './interval-method';
import { msprt } from './msprt.method';
import { normalMixtureBoundary } from './normal-mixture';
import { WELCH } from './welch.method';

const METHODS: readonly IntervalMethod[] = [
  WELCH,
  asymptoticCs(),
  asymptoticCs(100),
  msprt(),
  msprt(0.02),
  groupSequential([1]),
  groupSequential([0.4, 0.7]),
];

const effects = fc
  .record({
    z: fc.double({ min: -8, max: 8, noNaN: true }),
    standardError: fc.double({ min: 0.01, max: 10, noNaN: true }),
    sampleCount: fc.integer({ min: 20, max: 100_000 }),
  })
  .map(({ z, standardError, sampleCount }): Effect => ({
    ...{ effect: z * standardError, standardError, sampleCount, degreesOfFreedom: sampleCount - 2 },
    unitVariance: (standardError ** 2 * sampleCount) / 2,
  }));
const alphas = fc.constantFrom(0.01, 0.05, 0.1, 0.2);

describe.each(METHODS.map((method, i) => [`${method.name} ${i}`, method] as const))('%s', (_, method) => {
  it('leaves out 0 exactly when p is below the level', () => {
    fc.assert(
      fc.property(effects, alphas, (effect, alpha) => {
        const isOut = Math.abs(effect.effect) > method.criticalValue(effect, alpha) * effect.standardError;
        const p = method.pValue(effect, alpha);
        const isEdge = Math.abs(p - alpha) < 1e-6 * alpha;
        expect(isEdge || isOut === p < alpha).toBe(true);
      }),
      { numRuns: method.name === 'group-sequential' ? 20 : 300 },
    );
  });

  it('has wider intervals at smaller levels', () => {
    fc.assert(
      fc.property(effects, (effect) => {
        expect(method.criticalValue(effect, 0.01)).toBeGreaterThan(method.criticalValue(effect, 0.1));
      }),
      { numRuns: 20 },
    );
  });

  it('has p = 1 or nearly so without an effect', () => {
    fc.assert(
      fc.property(effects, (effect) => {
        expect(method.pValue({ ...effect, effect: 0 }, 0.05)).toBeGreaterThan(0.999);
      }),
      { numRuns: 20 },
    );
  });
});

describe('relations between methods', () => {
  it('a sequential interval is wider than the fixed one', () => {
    fc.assert(
      fc.property(effects, (effect) => {
        const fixed = WELCH.criticalValue({ ...effect, degreesOfFreedom: 1e9 }, 0.05);
        for (const method of [asymptoticCs(), msprt(), groupSequential([0.5, 1])])
          expect(method.criticalValue(effect, 0.05)).toBeGreaterThan(fixed);
      }),
    );
  });

  it('a group sequential test with one look is the fixed test', () => {
    const effect: Effect = {
      ...{ effect: 1, standardError: 0.5, degreesOfFreedom: 1e9, sampleCount: 1e9, unitVariance: 1 },
    };
    const [fixed, single] = [WELCH, groupSequential([1])];
    expect(single.criticalValue(effect, 0.05)).toBeCloseTo(fixed.criticalValue(effect, 0.05), 8);
    expect(single.pValue(effect, 0.05)).toBeCloseTo(fixed.pValue(effect, 0.05), 8);
  });

  it('the confidence sequence is as wide as its published formula', () => {
    // Waudby-Smith et al., equation 9, with SE √N for σ.
    const [n, alpha] = [3000, 0.05];
    const rho = Math.sqrt((-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / 5000);
    const published =
      Math.sqrt(n) *
      Math.sqrt(((2 * (n * rho ** 2 + 1)) / (n * rho) ** 2) * Math.log(Math.sqrt(n * rho ** 2 + 1) / alpha));
    const effect: Effect = {
      ...{ effect: 0, standardError: 1, degreesOfFreedom: n - 2, sampleCount: n, unitVariance: 1 },
    };
    expect(asymptoticCs(5000).criticalValue(effect, alpha)).toBeCloseTo(published, 10);
    expect(Math.sqrt(n) * (normalMixtureBoundary(n, rho ** -2, alpha) / n)).toBeCloseTo(published, 10);
  });
});

it.each([[[]], [[0.5, 0.5]], [[1, 1.2]], [[1.1, 1.2]], [[0]], [[NaN]]])(
  'refuses looks at %j',
  (fractions) => {
    expect(() => groupSequential(fractions).criticalValue({} as Effect, 0.05)).toThrow(
      expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }),
    );
  },
);

import { createRandom } from '@keyart/common';
import fc from 'fast-check';
import { bestProbabilities } from './best-probabilities';
import { runningQuadrature } from './running-quadrature';

/**
 * P(Beta(a, b) > Beta(c, d)) for whole parameters, a finite sum: Cook, "Exact calculation of beta inequalities" (2005), with logarithms of factorials.
 */
function exactPair([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number {
  const logFactorial = (n: number): number =>
    Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((x, y) => x + y, 0);
  const logBeta = (x: number, y: number): number =>
    logFactorial(x - 1) + logFactorial(y - 1) - logFactorial(x + y - 1);
  let sum = 0;
  for (let i = 0; i < a; i++)
    sum += Math.exp(logBeta(c + i, b + d) - Math.log(b + i) - logBeta(1 + i, b) - logBeta(c, d));
  return sum;
}

const whole = fc.integer({ min: 1, max: 200 });
const beta = fc.record({
  alpha: fc.double({ min: 1, max: 2_000, noNaN: true }),
  beta: fc.double({ min: 1, max: 40_000, noNaN: true }),
});

describe('bestProbabilities', () => {
  it('is what can be reckoned by hand', () => {
    // ∫ 2x · x dx = 2/3 of Beta(2, 1) against uniform; the largest of three uniforms.
    const [larger] = bestProbabilities([
      { alpha: 2, beta: 1 },
      { alpha: 1, beta: 1 },
    ]);
    expect(larger).toBeCloseTo(2 / 3, 12);
    for (const p of bestProbabilities(Array.from({ length: 3 }, () => ({ alpha: 1, beta: 1 }))))
      expect(p).toBeCloseTo(1 / 3, 12);
    expect(bestProbabilities([{ alpha: 3, beta: 4 }])).toEqual([1]);
  });

  it('agrees with the finite sum of two variables', () => {
    fc.assert(
      fc.property(fc.tuple(whole, whole), fc.tuple(whole, whole), ([a, b], [c, d]) => {
        const [first] = bestProbabilities([
          { alpha: a, beta: b },
          { alpha: c, beta: d },
        ]);
        expect(first).toBeCloseTo(exactPair([a, b], [c, d]), 8);
      }),
      { numRuns: 40 },
    );
  });

  it('sums to 1, is never negative, and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(beta, { minLength: 1, maxLength: 5 }), (variables) => {
        const found = bestProbabilities(variables);
        expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
        const reversed = bestProbabilities([...variables].reverse()).reverse();
        found.forEach((p, k) => expect(reversed[k]).toBeCloseTo(p, 9));
      }),
      { numRuns: 30 },
    );
  });

  it('finds a narrow variable among wide ones', () => {
    const wide = { alpha: 2, beta: 38 };
    const [narrow] = bestProbabilities([{ alpha: 5e5, beta: 9.5e6 }, wide, wide]);
    // The narrow one is .05 to 1e-4: it wins where both others are below. I_x(2, 38) = 1 − (1 − x)^39 − 39 x (1 − x)^38.
    const below = 1 - 0.95 ** 39 - 39 * 0.05 * 0.95 ** 38;
    expect(narrow).toBeCloseTo(below ** 2, 4);
  });

  it('is what many draws come to', () => {
    // Beta(2, 3) is the second smallest of four uniforms, Beta(3, 2) the third.
    const random = createRandom('best/1');
    const drawn = (rank: number): number =>
      Array.from({ length: 4 }, () => random.next()).sort((x, y) => x - y)[rank];
    const count = 20_000;
    let wins = 0;
    for (let i = 0; i < count; i++) if (drawn(1) > drawn(2)) wins++;
    const [p] = bestProbabilities([
      { alpha: 2, beta: 3 },
      { alpha: 3, beta: 2 },
    ]);
    expect(Math.abs(wins / count - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / count));
  });

  it.each([[[]], [[{ alpha: 0.5, beta: 1 }]], [[{ alpha: 1, beta: NaN }]]])('refuses %p', (variables) => {
    expect(() => bestProbabilities(variables)).toThrow('the best of');
  });
});

describe('runningQuadrature', () => {
  it('integrates polynomials of degree n − 1 up to each node', () => {
    for (const count of [2, 5, 12]) {
      const { nodes, running } = runningQuadrature(count);
      nodes.forEach((x, i) => {
        const sum = nodes.reduce((total, node, j) => total + running[i][j] * node ** (count - 1), 0);
        expect(sum).toBeCloseTo((x ** count - (-1) ** count) / count, 12);
      });
    }
  });
});

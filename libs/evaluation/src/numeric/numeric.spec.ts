import fc from 'fast-check';
import { findRoot } from './find-root';
import { gaussLegendre } from './gauss-legendre';

describe('gaussLegendre', () => {
  // Abramowitz and Stegun, table 25.4.
  it('has the nodes and weights of the tables', () => {
    const { nodes, weights } = gaussLegendre(4);
    expect(nodes[0]).toBeCloseTo(0.861136311594053, 14);
    expect(weights[0]).toBeCloseTo(0.347854845137454, 14);
    expect(nodes[1]).toBeCloseTo(0.339981043584856, 14);
    expect(weights[1]).toBeCloseTo(0.652145154862546, 14);
  });

  it('is exact for polynomials of degree 2n − 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), (count) => {
        const { nodes, weights } = gaussLegendre(count);
        const degree = 2 * (count - 1);
        const integral = nodes.reduce((sum, node, i) => sum + weights[i] * node ** degree, 0);
        expect(integral).toBeCloseTo(2 / (degree + 1), 12);
      }),
    );
  });
});

describe('findRoot', () => {
  it('finds where a cubic crosses 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (root) => {
        const cubic = (x: number): number => (x - root) * (1 + (x - root) ** 2);
        expect(findRoot(cubic, [-10, 10], 1e-12)).toBeCloseTo(root, 9);
      }),
    );
  });

  it('answers the better end where there is no crossing', () => {
    expect(findRoot((x) => x + 1, [0, 5], 1e-9)).toBe(0);
  });
});

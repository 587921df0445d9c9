import { gaussLegendre, type Quadrature } from '@keyart/evaluation';

/** Gauss–Legendre on [−1, 1] that knows the integrals up to its nodes, too. */
export interface RunningQuadrature extends Quadrature {
  /** `[n][n]`: Σ_j running[i][j] f(x_j) = ∫_{−1}^{x_i} f, exact for polynomials of degree n − 1. */
  readonly running: readonly Float64Array[];
}

const KNOWN = new Map<number, RunningQuadrature>();

/**
 * Nodes, weights and running integrals: the interpolating polynomial in Legendre's, `∫_{−1}^x P_m = (P_{m+1}(x) − P_{m−1}(x)) / (2m + 1)`.
 * Source: Abramowitz and Stegun, "Handbook of mathematical functions" (1964), 22.7 and 25.4.
 * @param count n ≥ 2
 */
export function runningQuadrature(count: number): RunningQuadrature {
  const known = KNOWN.get(count);
  if (known) return known;
  const { nodes, weights } = gaussLegendre(count);
  const values = Array.from(nodes, (x) => legendreValues(count, x));
  const running = Array.from(nodes, (x, i) =>
    weights.map((weight, j) => {
      let sum = x + 1;
      for (let m = 1; m < count; m++) sum += values[j][m] * (values[i][m + 1] - values[i][m - 1]);
      return (weight * sum) / 2;
    }),
  );
  const made = { nodes, weights, running };
  KNOWN.set(count, made);
  return made;
}

/** P_0(x) … P_n(x). */
function legendreValues(n: number, x: number): number[] {
  const values = [1, x];
  for (let k = 2; k <= n; k++) values.push(((2 * k - 1) * x * values[k - 1] - (k - 1) * values[k - 2]) / k);
  return values;
}

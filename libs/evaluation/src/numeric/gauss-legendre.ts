/** Nodes and weights of a quadrature on [−1, 1]. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const KNOWN = new Map<number, Quadrature>();

/**
 * Gauss–Legendre quadrature, exact for polynomials of degree 2n − 1: Newton's method on the Legendre polynomial from Tricomi's first guess.
 * Source: Press et al., "Numerical recipes in C", 2nd edition, section 4.5.
 * @param count n ≥ 2
 */
export function gaussLegendre(count: number): Quadrature {
  const known = KNOWN.get(count);
  if (known) return known;
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let [value, slope] = legendre(count, x);
    for (let step = 0; step < 100 && Math.abs(value / slope) > 1e-15; step++) {
      x -= value / slope;
      [value, slope] = legendre(count, x);
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  KNOWN.set(count, { nodes, weights });
  return { nodes, weights };
}

/** P_n(x) and its derivative. */
function legendre(n: number, x: number): [number, number] {
  let [last, value] = [1, x];
  for (let k = 2; k <= n; k++) [last, value] = [value, ((2 * k - 1) * x * value - (k - 1) * last) / k];
  return [value, (n * (x * value - last)) / (x * x - 1)];
}

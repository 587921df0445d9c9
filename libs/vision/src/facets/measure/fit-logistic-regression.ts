/** One example of a logistic regression. */
export interface LogisticExample {
  /** `[D]`; a constant 1 among them is the intercept. */
  readonly inputs: readonly number[];
  /** Log-odds that are known already. */
  readonly offset: number;
  readonly isPresent: boolean;
}

/** Keeps the equations solvable where an input is 0 throughout; too small to bend anything else. */
const RIDGE = 1e-3;
/** Newton's method doubles its digits with every step; it stops when a step changes nothing that matters. */
const MOST_STEPS = 25;
const LEAST_STEP = 1e-9;

/**
 * `[D]` weights that maximise the likelihood, by Newton's method (iteratively reweighted least squares).
 * @param examples at least one, all with D inputs
 */
export function fitLogisticRegression(examples: readonly LogisticExample[]): number[] {
  let weights = examples[0].inputs.map(() => 0);
  for (let i = 0; i < MOST_STEPS; i++) {
    const { gradient, curvature } = slopesAt(weights, examples);
    const step = solve(curvature, gradient);
    weights = weights.map((weight, d) => weight - step[d]);
    if (step.every((change) => Math.abs(change) < LEAST_STEP)) break;
  }
  return weights;
}

function slopesAt(
  weights: readonly number[],
  examples: readonly LogisticExample[],
): { gradient: number[]; curvature: number[][] } {
  const gradient = weights.map((weight) => RIDGE * weight);
  const curvature = weights.map((_, d) => weights.map((_, e) => (d === e ? RIDGE : 0)));
  for (const { inputs, offset, isPresent } of examples) {
    const logOdds = inputs.reduce((sum, input, d) => sum + input * weights[d], offset);
    const probability = 1 / (1 + Math.exp(-logOdds));
    inputs.forEach((input, d) => {
      gradient[d] += (probability - Number(isPresent)) * input;
      inputs.forEach((other, e) => (curvature[d][e] += probability * (1 - probability) * input * other));
    });
  }
  return { gradient, curvature };
}

/** Gauss–Jordan without pivoting: the matrix is symmetric and, by the ridge, positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, d) => [...row, right[d]]);
  rows.forEach((pivot, d) => {
    const scale = pivot[d];
    pivot.forEach((value, e) => (pivot[e] = value / scale));
    rows.forEach((row, r) => {
      const factor = row[d];
      if (r !== d) row.forEach((value, e) => (row[e] = value - factor * pivot[e]));
    });
  });
  return rows.map((row) => row[right.length]);
}

import { solveConjugateGradient } from '@keyart/common';

const STEP_COUNT = 30;
const RIDGE = 1;
const CLOSE = 1e-7;

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Chance by a logistic model. */
export function chanceOf(weights: ArrayLike<number>, features: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-dot(weights, features)));
}

/**
 * Logistic regression by Newton's method, held to 0 by a ridge of 1 but for the first weight.
 * @param rows `[n][d]`, the first of each 1
 * @returns `[d]`
 */
export function fitLogistic(rows: readonly (readonly number[])[], labels: readonly boolean[]): Float64Array {
  const width = rows[0].length;
  const weights = new Float64Array(width);
  for (let step = 0; step < STEP_COUNT; step++) {
    const hessian = Array.from({ length: width }, (_, j) =>
      new Float64Array(width).fill(j === 0 ? 0 : RIDGE, j, j + 1),
    );
    const gradient = weights.map((value, j) => (j === 0 ? 0 : -RIDGE * value));
    rows.forEach((row, i) => {
      const chance = chanceOf(weights, row);
      for (let j = 0; j < width; j++) {
        gradient[j] += (Number(labels[i]) - chance) * row[j];
        for (let k = 0; k < width; k++) hessian[j][k] += chance * (1 - chance) * row[j] * row[k];
      }
    });
    const change = solveConjugateGradient({
      rightSide: gradient,
      diagonal: Float64Array.from(hessian, (row, j) => row[j]),
      apply: (x, out) => hessian.forEach((row, j) => (out[j] = dot(row, x))),
    });
    change.forEach((value, j) => (weights[j] += value));
    if (Math.max(...change.map(Math.abs)) < CLOSE) break;
  }
  return weights;
}

import { StatisticInputError } from '../errors';

/**
 * Solves A x = b for a symmetric positive definite A by Cholesky's factors A = L Lᵀ: exact for the few dozens of unknowns of a regression,
 * where conjugate gradients would gain nothing.
 * Source: Golub and Van Loan, Matrix computations, algorithm 4.2.1.
 * @param matrix `[p · p]`, row by row; only its lower triangle is read, and nothing is written to it
 * @param rightSide `[p]`
 * @returns x, `[p]`
 * @throws StatisticInputError where A is not positive definite
 */
export function solveCholesky(matrix: Float64Array, rightSide: Float64Array): Float64Array {
  const size = rightSide.length;
  const factor = factorOf(matrix, size);
  const solution = Float64Array.from(rightSide);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solution[i] -= factor[i * size + k] * solution[k];
    solution[i] /= factor[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solution[i] -= factor[k * size + i] * solution[k];
    solution[i] /= factor[i * size + i];
  }
  return solution;
}

/** L, `[p · p]`, lower triangle. */
function factorOf(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let left = matrix[i * size + j];
      for (let k = 0; k < j; k++) left -= factor[i * size + k] * factor[j * size + k];
      if (i > j) factor[i * size + j] = left / factor[j * size + j];
      else if (left > 0) factor[i * size + i] = Math.sqrt(left);
      else throw new StatisticInputError(`the matrix is not positive definite: pivot ${i} is ${left}`);
    }
  }
  return factor;
}

/**
 * L with L Lᵀ = A. A direction without variance (a pivot within rounding of 0) gets a column of zeros, so that a singular covariance has
 * a factor as well.
 * @param matrix symmetric, positive semi-definite, `[p][p]`
 * @returns lower triangle, `[p][p]`
 */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const factor = matrix.map(() => new Float64Array(size));
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let left = matrix[i][j];
      for (let m = 0; m < j; m++) left -= factor[i][m] * factor[j][m];
      if (i === j) factor[j][j] = left > 1e-12 * Math.max(1, matrix[j][j]) ? Math.sqrt(left) : 0;
      else factor[i][j] = factor[j][j] > 0 ? left / factor[j][j] : 0;
    }
  }
  return factor;
}

/** x with L Lᵀ x = b. @param factor lower triangle with a diagonal above 0, `[p][p]` @param right b, `[p]` */
export function solveCholesky(factor: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) x[i] -= factor[i][j] * x[j];
    x[i] /= factor[i][i];
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i] -= factor[j][i] * x[j];
    x[i] /= factor[i][i];
  }
  return x;
}

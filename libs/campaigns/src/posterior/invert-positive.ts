/**
 * The inverse of a symmetric positive definite matrix by Gauss–Jordan elimination; its pivots need no exchange.
 * @param matrix `[n][n]`, left as it is
 */
export function invertPositive(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const work = matrix.map((row) => [...row]);
  for (let p = 0; p < n; p++) {
    const pivot = 1 / work[p][p];
    work[p][p] = 1;
    for (let j = 0; j < n; j++) work[p][j] *= pivot;
    for (let i = 0; i < n; i++) {
      if (i === p) continue;
      const factor = work[i][p];
      work[i][p] = 0;
      for (let j = 0; j < n; j++) work[i][j] -= factor * work[p][j];
    }
  }
  return work;
}

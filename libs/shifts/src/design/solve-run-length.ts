/**
 * Mean number of steps until a Markov process leaves its states: solves (I − K) L = 1 by elimination with pivots.
 * Source: Brook and Evans, "An approach to the probability distribution of CUSUM run length" (Biometrika 1972).
 * @param kernel K `[n][n]`, chance of each step; is overwritten
 * @returns L `[n]`; Infinity everywhere where leaving is too rare for the precision of a double
 */
export function solveRunLength(kernel: Float64Array[]): Float64Array {
  const n = kernel.length;
  const right = new Float64Array(n).fill(1);
  kernel.forEach((row, i) => row.forEach((chance, j) => (row[j] = (i === j ? 1 : 0) - chance)));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(kernel[i][column]) > Math.abs(kernel[pivot][column])) pivot = i;
    [kernel[column], kernel[pivot]] = [kernel[pivot], kernel[column]];
    [right[column], right[pivot]] = [right[pivot], right[column]];
    for (let i = column + 1; i < n; i++) {
      const factor = kernel[i][column] / kernel[column][column];
      if (factor === 0) continue;
      for (let j = column; j < n; j++) kernel[i][j] -= factor * kernel[column][j];
      right[i] -= factor * right[column];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) right[i] -= kernel[i][j] * right[j];
    right[i] /= kernel[i][i];
  }
  const isTold = right.every((length) => length > 0 && length < LONGEST_TOLD);
  return isTold ? right : new Float64Array(n).fill(Infinity);
}

/** Beyond, I − K is singular within rounding. */
const LONGEST_TOLD = 1e12;

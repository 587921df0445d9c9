import type { Random } from '@keyart/common';
import type { SparseRows } from '../text/sparse-rows';
import type { DenseRows } from './dense-rows';

/** More directions than wanted are followed: the last ones come out badly. */
const OVERSAMPLING = 8;
const POWER_STEPS = 2;
const LEAST_PIVOT = 1e-10;

/** X Y: `[n × c] · [c × k]`, column-major results are not needed: rows stay together. */
function timesRight(
  { rowCount, start, columns, values }: SparseRows,
  y: Float32Array,
  k: number,
): Float32Array {
  const out = new Float32Array(rowCount * k);
  for (let i = 0; i < rowCount; i++) {
    const at = i * k;
    for (let p = start[i]; p < start[i + 1]; p++) {
      const from = columns[p] * k;
      const value = values[p];
      for (let j = 0; j < k; j++) out[at + j] += value * y[from + j];
    }
  }
  return out;
}

/** Xᵀ Q: `[c × n] · [n × k]`. */
function timesLeft(
  { rowCount, columnCount, start, columns, values }: SparseRows,
  q: Float32Array,
  k: number,
): Float32Array {
  const out = new Float32Array(columnCount * k);
  for (let i = 0; i < rowCount; i++) {
    const from = i * k;
    for (let p = start[i]; p < start[i + 1]; p++) {
      const at = columns[p] * k;
      const value = values[p];
      for (let j = 0; j < k; j++) out[at + j] += value * q[from + j];
    }
  }
  return out;
}

/** Aᵀ A of a `[n × k]` matrix, `[k × k]`. */
function gramOf(matrix: Float32Array, k: number): Float64Array {
  const gram = new Float64Array(k * k);
  for (let from = 0; from < matrix.length; from += k)
    for (let i = 0; i < k; i++) {
      const value = matrix[from + i];
      if (value !== 0) for (let j = i; j < k; j++) gram[i * k + j] += value * matrix[from + j];
    }
  return gram;
}

/** Upper R with Rᵀ R = G in place; a direction that is not there gets a zero row. */
function cholesky(gram: Float64Array, k: number): Float64Array {
  for (let i = 0; i < k; i++) {
    const pivot = gram[i * k + i];
    const root = pivot > LEAST_PIVOT ? Math.sqrt(pivot) : 0;
    for (let j = i; j < k; j++) gram[i * k + j] = root === 0 ? 0 : gram[i * k + j] / root;
    for (let r = i + 1; r < k; r++)
      for (let j = r; j < k; j++) gram[r * k + j] -= gram[i * k + r] * gram[i * k + j];
  }
  return gram;
}

/** A ← A R⁻¹ row by row. */
function solveRows(matrix: Float32Array, upper: Float64Array, k: number): void {
  for (let from = 0; from < matrix.length; from += k)
    for (let i = 0; i < k; i++) {
      const pivot = upper[i * k + i];
      const value = pivot === 0 ? 0 : matrix[from + i] / pivot;
      matrix[from + i] = value;
      if (value !== 0) for (let j = i + 1; j < k; j++) matrix[from + j] -= value * upper[i * k + j];
    }
}

/** Makes the k columns of a `[n × k]` matrix orthonormal in place: Cholesky QR, twice for the last digits (Fukaya et al. 2014). */
function orthonormalise(matrix: Float32Array, k: number): void {
  for (let pass = 0; pass < 2; pass++) solveRows(matrix, cholesky(gramOf(matrix, k), k), k);
}

/** Uniform numbers serve as well as normal ones to start from. */
function randomMatrix(length: number, random: Random): Float32Array {
  return Float32Array.from({ length }, () => random.next() - 0.5);
}

/** Q Rᵀ in place of Q, R upper triangular. */
function timesTransposed(matrix: Float32Array, upper: Float64Array, k: number): void {
  for (let from = 0; from < matrix.length; from += k)
    for (let i = 0; i < k; i++) {
      let sum = 0;
      for (let j = i; j < k; j++) sum += matrix[from + j] * upper[i * k + j];
      matrix[from + i] = sum;
    }
}

/** An orthonormal basis Q of X's range, `[n × k]`, and Xᵀ Q, `[c × k]`; Halko, Martinsson & Tropp 2011, algorithm 4.4. */
function rangeOf(rows: SparseRows, k: number, random: Random): { range: Float32Array; right: Float32Array } {
  let right: Float32Array = randomMatrix(rows.columnCount * k, random);
  let range: Float32Array = new Float32Array(0);
  for (let step = 0; step <= POWER_STEPS; step++) {
    range = timesRight(rows, right, k);
    orthonormalise(range, k);
    right = timesLeft(rows, range, k);
  }
  return { range, right };
}

function directionCount(rows: SparseRows, width: number): number {
  return Math.min(rows.rowCount, rows.columnCount, width + OVERSAMPLING);
}

/**
 * Rows of a sparse matrix X in so few dimensions that their products are nearly X's: Q Rᵀ with Q an orthonormal basis of X's range and
 * RᵀR = Qᵀ X Xᵀ Q. Randomised range finder with power iterations (Halko, Martinsson & Tropp 2011, algorithm 4.4); the axes are not turned to
 * the singular vectors, which changes no product.
 * @param width wanted directions; fewer come out of fewer rows or columns
 */
export function reduceRows(rows: SparseRows, width: number, random: Random): DenseRows {
  const k = directionCount(rows, width);
  if (k === 0) return { rowCount: rows.rowCount, width: 0, values: new Float32Array(0) };
  const { range, right } = rangeOf(rows, k, random);
  timesTransposed(range, cholesky(gramOf(right, k), k), k);
  return { rowCount: rows.rowCount, width: k, values: range };
}

/**
 * Orthonormal directions of the columns, `[c × k]`, that hold what `reduceRows` keeps: a row times them is that row in few dimensions, also a
 * row that X does not have (folding in; Deerwester et al. 1990).
 */
export function columnDirections(rows: SparseRows, width: number, random: Random): DenseRows {
  const k = directionCount(rows, width);
  if (k === 0) return { rowCount: rows.columnCount, width: 0, values: new Float32Array(0) };
  const { right } = rangeOf(rows, k, random);
  orthonormalise(right, k);
  return { rowCount: rows.columnCount, width: k, values: right };
}

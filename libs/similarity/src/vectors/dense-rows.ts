/** Rows of equal length end to end, `[rowCount × width]`. */
export interface DenseRows {
  readonly rowCount: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** Row i, a view. */
export function rowOf({ width, values }: DenseRows, i: number): Float32Array {
  return values.subarray(i * width, (i + 1) * width);
}

/** Makes every row of length 1 in place; a row of zeros stays. */
export function normaliseRows(rows: DenseRows): DenseRows {
  for (let i = 0; i < rows.rowCount; i++) {
    const row = rowOf(rows, i);
    let squares = 0;
    for (let j = 0; j < row.length; j++) squares += row[j] ** 2;
    if (squares === 0) continue;
    const factor = 1 / Math.sqrt(squares);
    for (let j = 0; j < row.length; j++) row[j] *= factor;
  }
  return rows;
}

/** A sparse matrix by rows: row i has `columns[start[i] … start[i + 1]]` with their `values`. */
export interface SparseRows {
  readonly rowCount: number;
  readonly columnCount: number;
  /** `[rowCount + 1]` */
  readonly start: Int32Array;
  /** `[nonzeros]`, ascending in a row. */
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Lays rows of (column, value) out. */
export function sparseRows(
  rows: readonly (readonly (readonly [column: number, value: number])[])[],
  columnCount: number,
): SparseRows {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (start[i + 1] = start[i] + row.length));
  const columns = new Int32Array(start[rows.length]);
  const values = new Float32Array(start[rows.length]);
  rows.forEach((row, i) => {
    [...row]
      .sort(([a], [b]) => a - b)
      .forEach(([column, value], j) => {
        columns[start[i] + j] = column;
        values[start[i] + j] = value;
      });
  });
  return { rowCount: rows.length, columnCount, start, columns, values };
}

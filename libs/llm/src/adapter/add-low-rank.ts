/** Two matrices of low rank, row after row. */
export interface LowRank {
  /** `[rank × columns]` */
  readonly a: Float32Array;
  /** `[rows × rank]` */
  readonly b: Float32Array;
  readonly rank: number;
  readonly scale: number;
}

/** Adds scale · B · A to a matrix `[rows × columns]` in place. */
export function addLowRank(matrix: Float32Array, { a, b, rank, scale }: LowRank): void {
  const columns = a.length / rank;
  const rows = b.length / rank;
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    for (let k = 0; k < rank; k++) {
      const factor = scale * b[row * rank + k];
      const from = k * columns;
      for (let column = 0; column < columns; column++) matrix[start + column] += factor * a[from + column];
    }
  }
}

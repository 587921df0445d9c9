/** A plane of numbers, row by row. */
export interface Plane {
  readonly values: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/**
 * Lays a grid over a plane, whatever the shape of either, and takes the mean of each cell; numbers cut by an edge count by the part inside.
 * @returns `[rowCount · columnCount]`, row by row
 */
export function cellMeans(plane: Plane, columnCount: number, rowCount: number): Float64Array {
  const columns = overlaps(plane.width, columnCount);
  const rows = overlaps(plane.height, rowCount);
  const means = new Float64Array(rowCount * columnCount);
  rows.forEach((row, j) => {
    columns.forEach((column, i) => {
      let sum = 0;
      for (let y = 0, at = row.first * plane.width; y < row.weights.length; y++, at += plane.width) {
        for (let x = 0; x < column.weights.length; x++) {
          sum += row.weights[y] * column.weights[x] * plane.values[at + column.first + x];
        }
      }
      means[j * columnCount + i] = sum;
    });
  });
  return means;
}

/** The places that one cell covers, and the share of the cell that each makes up. */
interface Overlap {
  readonly first: number;
  readonly weights: readonly number[];
}

function overlaps(length: number, cellCount: number): Overlap[] {
  const size = length / cellCount;
  return Array.from({ length: cellCount }, (_, cell) => {
    const [from, to] = [cell * size, (cell + 1) * size];
    const first = Math.floor(from);
    const last = Math.max(first + 1, Math.min(length, Math.ceil(to)));
    const shareOf = (place: number) => (Math.min(place + 1, to) - Math.max(place, from)) / size;
    return { first, weights: Array.from({ length: last - first }, (__, i) => shareOf(first + i)) };
  });
}

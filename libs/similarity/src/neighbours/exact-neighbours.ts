import type { DenseRows } from '../vectors/dense-rows';

/** The nearest rows of each row, nearest first: `[n × k]` places and cosines; −1 and 0 where there are fewer. */
export interface Neighbours {
  readonly k: number;
  readonly places: Int32Array;
  readonly similarities: Float32Array;
}

/** Rows that are multiplied with all others at a time: they stay in the processor's cache. */
const TILE = 48;

/** No neighbours yet. */
export function noNeighbours(rowCount: number, k: number): Neighbours {
  return {
    k,
    places: new Int32Array(rowCount * k).fill(-1),
    similarities: new Float32Array(rowCount * k),
  };
}

/** Puts a neighbour in its place among the k of row i; ties stay as they came. */
export function insertNeighbour(
  { k, places, similarities }: Neighbours,
  i: number,
  [j, value]: readonly [number, number],
): void {
  const end = (i + 1) * k - 1;
  if (places[end] >= 0 && value <= similarities[end]) return;
  let at = end;
  while (at > i * k && (places[at - 1] < 0 || similarities[at - 1] < value)) {
    places[at] = places[at - 1];
    similarities[at] = similarities[at - 1];
    at--;
  }
  places[at] = j;
  similarities[at] = value;
}

/**
 * Exact k nearest rows by cosine, all pairs once, tile by tile: n² · width / 2 multiply-adds. Rows without any similarity above 0 have none.
 * @param rows of length 1
 * @param k ≥ 1
 */
export function exactNeighbours(rows: DenseRows, k: number): Neighbours {
  const { rowCount, width, values } = rows;
  const found = noNeighbours(rowCount, k);
  for (let from = 0; from < rowCount; from += TILE) {
    const until = Math.min(rowCount, from + TILE);
    for (let j = from; j < rowCount; j++) {
      const other = j * width;
      for (let i = from; i < Math.min(until, j); i++) {
        const own = i * width;
        let product = 0;
        for (let d = 0; d < width; d++) product += values[own + d] * values[other + d];
        if (product <= 0) continue;
        insertNeighbour(found, i, [j, product]);
        insertNeighbour(found, j, [i, product]);
      }
    }
  }
  return found;
}

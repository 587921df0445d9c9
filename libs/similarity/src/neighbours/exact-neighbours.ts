import type { DenseRows } from '../vectors/dense-rows';

/** The nearest rows of each row, nearest first: `[n × k]` places and cosines; −1 and 0 where there are fewer. */
export interface Neighbours {
  readonly k: number;
  readonly places: Int32Array;
  readonly similarities: Float32Array;
}

/** Rows that are multiplied with all others at a time, by fours: they stay in the processor's cache. */
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

/** Products of four rows, from the place `own` on, with the row at `other`: a number that was loaded serves four times, three times as fast. */
function fourProducts(
  { values, width }: DenseRows,
  [own, other]: readonly [number, number],
  products: Float64Array,
): void {
  const [second, third, fourth] = [own + width, own + 2 * width, own + 3 * width];
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < width; at++) {
    const value = values[other + at];
    a += values[own + at] * value;
    b += values[second + at] * value;
    c += values[third + at] * value;
    d += values[fourth + at] * value;
  }
  products[0] = a;
  products[1] = b;
  products[2] = c;
  products[3] = d;
}

/** Filled up with rows of zeros, which are similar to none. */
function inFours(rows: DenseRows): DenseRows {
  const rowCount = Math.ceil(rows.rowCount / 4) * 4;
  const values = new Float32Array(rowCount * rows.width);
  values.set(rows.values);
  return { rowCount, width: rows.width, values };
}

/**
 * Exact k nearest rows by cosine, all pairs once, tile by tile: n² · width / 2 multiply-adds. Rows without any similarity above 0 have none.
 * @param rows of length 1
 * @param k ≥ 1
 */
export function exactNeighbours(rows: DenseRows, k: number): Neighbours {
  const { rowCount, width } = rows;
  const found = noNeighbours(rowCount, k);
  const filled = inFours(rows);
  const products = new Float64Array(4);
  for (let from = 0; from < rowCount; from += TILE) {
    const until = Math.min(rowCount, from + TILE);
    for (let j = from + 1; j < rowCount; j++) {
      for (let four = from; four < Math.min(until, j); four += 4) {
        fourProducts(filled, [four * width, j * width], products);
        for (let i = four; i < Math.min(four + 4, j); i++) {
          const product = products[i - four];
          if (product <= 0) continue;
          insertNeighbour(found, i, [j, product]);
          insertNeighbour(found, j, [i, product]);
        }
      }
    }
  }
  return found;
}

/** The first so many of each row's neighbours. @param k at most as many as there are */
export function firstNeighbours({ k: found, places, similarities }: Neighbours, k: number): Neighbours {
  const rowCount = places.length / found;
  const first = noNeighbours(rowCount, k);
  for (let i = 0; i < rowCount; i++) {
    first.places.set(places.subarray(i * found, i * found + k), i * k);
    first.similarities.set(similarities.subarray(i * found, i * found + k), i * k);
  }
  return first;
}

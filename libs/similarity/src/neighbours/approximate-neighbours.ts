import { createRandom, type Random } from '@keyart/common';
import { normaliseRows, rowOf, type DenseRows } from '../vectors/dense-rows';
import { insertNeighbour, noNeighbours, type Neighbours } from './exact-neighbours';

/** Lists a row is looked for in, of about √n. */
const PROBE_COUNT = 12;
const REFINEMENTS = 4;

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d];
  return sum;
}

/** The nearest centres of a row, nearest first. */
function nearest(row: Float32Array, centres: DenseRows, count: number): number[] {
  const scored = Array.from(
    { length: centres.rowCount },
    (_, c) => [c, product(row, rowOf(centres, c))] as const,
  );
  return scored
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, count)
    .map(([c]) => c);
}

/** Spherical k-means from rows drawn at random; some steps are enough for lists. */
function centresOf(rows: DenseRows, count: number, random: Random): DenseRows {
  const { width } = rows;
  const draw = (): Float32Array => rowOf(rows, Math.floor(random.next() * rows.rowCount));
  let centres: DenseRows = { rowCount: count, width, values: new Float32Array(count * width) };
  for (let c = 0; c < count; c++) centres.values.set(draw(), c * width);
  for (let step = 0; step < REFINEMENTS; step++) {
    const sums = new Float32Array(count * width);
    for (let i = 0; i < rows.rowCount; i++) {
      const row = rowOf(rows, i);
      const [c] = nearest(row, centres, 1);
      for (let d = 0; d < width; d++) sums[c * width + d] += row[d];
    }
    centres = normaliseRows({ rowCount: count, width, values: sums });
  }
  return centres;
}

/**
 * Approximate k nearest rows by cosine: rows are put in about √n lists by spherical k-means, and a row is compared with those of its nearest
 * twelve lists only (inverted file; Jégou, Douze & Schmid 2011). About 12 n √n · width multiply-adds. Deterministic.
 * @param rows of length 1
 * @param k ≥ 1
 */
export function approximateNeighbours(rows: DenseRows, k: number): Neighbours {
  const found = noNeighbours(rows.rowCount, k);
  if (rows.rowCount === 0) return found;
  const listCount = Math.max(1, Math.round(Math.sqrt(rows.rowCount)));
  const centres = centresOf(rows, listCount, createRandom('approximate-neighbours/1'));
  const probes = Array.from({ length: rows.rowCount }, (_, i) =>
    nearest(rowOf(rows, i), centres, PROBE_COUNT),
  );
  const lists = Array.from({ length: listCount }, (): number[] => []);
  probes.forEach(([own], i) => lists[own].push(i));
  probes.forEach((near, i) => {
    const row = rowOf(rows, i);
    for (const list of near)
      for (const j of lists[list]) {
        const similarity = i === j ? 0 : product(row, rowOf(rows, j));
        if (similarity > 0) insertNeighbour(found, i, [j, similarity]);
      }
  });
  return found;
}

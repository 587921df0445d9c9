import { UMAP } from 'umap-js';
import { createRandom } from '@keyart/common';
import type { Neighbours } from '../neighbours/exact-neighbours';

/** A place of the picture. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

const EPOCHS = 200;
const MIN_DISTANCE = 0.15;
/** Fewer titles have no shape: they stand on a circle. */
const FEW_TITLES = 8;

function onCircle(count: number): MapPoint[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / Math.max(1, count);
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
}

/** Neighbours as UMAP wants them: the title itself first, at distance 0; missing ones are the farthest there is. */
function listsOf({ k, places, similarities }: Neighbours, count: number): [number[][], number[][]] {
  const indices: number[][] = [];
  const distances: number[][] = [];
  for (let i = 0; i < count; i++) {
    const own = Array.from({ length: k }, (_, j) => i * k + j);
    indices.push([i, ...own.map((at, j) => (places[at] < 0 ? (i + j + 1) % count : places[at]))]);
    distances.push([0, ...own.map((at) => (places[at] < 0 ? 1 : Math.max(0, 1 - similarities[at])))]);
  }
  return [indices, distances];
}

/** Middle 0, root mean square distance from it 1. */
function standardised(points: readonly (readonly number[])[]): MapPoint[] {
  const mean = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  const squares = points.reduce((sum, [x, y]) => sum + (x - mean[0]) ** 2 + (y - mean[1]) ** 2, 0);
  const scale = Math.sqrt(squares / points.length) || 1;
  return points.map(([x, y]) => ({ x: (x - mean[0]) / scale, y: (y - mean[1]) / scale }));
}

/**
 * Lays titles out in the plane so that neighbours stand together: UMAP (McInnes, Healy & Melville 2018) on neighbours found before. For the
 * eye only: distances between far points mean nothing.
 * @returns `[n]`, middle 0, spread 1; the same for equal neighbours and seeds
 */
export function layOut(neighbours: Neighbours, count: number, seed: string): MapPoint[] {
  if (count < FEW_TITLES) return onCircle(count);
  const random = createRandom(`${seed}/umap`);
  const umap = new UMAP({
    ...{ nComponents: 2, nEpochs: EPOCHS, nNeighbors: Math.min(neighbours.k + 1, count - 1) },
    ...{ minDist: MIN_DISTANCE, random: () => random.next() },
  });
  const [indices, distances] = listsOf(neighbours, count);
  umap.setPrecomputedKNN(indices, distances);
  return standardised(umap.fit(indices.map((_, i) => [i])));
}

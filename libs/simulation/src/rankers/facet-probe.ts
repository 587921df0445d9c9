import { solveConjugateGradient } from '@keyart/common';
import { FACETS } from '@keyart/features';
import { workerReading } from '../titles/worker-reading';
import type { WorldTable } from './world-table';

/** Of 1 to 300 tried on MiniLM embeddings, 5 to 100 read 37% to 38% of cold titles' pictures, 1 and 300 some 35%. */
const RIDGE = 20;
const TOLERANCE = 1e-6;

/** XᵀX, `[p × p]`, of rows with a leading 1. */
function gramOf(rows: readonly Float64Array[]): Float64Array {
  const p = rows[0].length;
  const gram = new Float64Array(p * p);
  for (const row of rows) {
    for (let i = 0; i < p; i++) {
      const value = row[i];
      for (let j = i; j < p; j++) gram[i * p + j] += value * row[j];
    }
  }
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) gram[i * p + j] = gram[j * p + i];
  return gram;
}

function withOne(picture: Float64Array): Float64Array {
  return Float64Array.from([1, ...picture]);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/**
 * A linear facet probe: ridge regression of the worker's readings of warm titles' pictures on caption embedding and look, read
 * off for all pictures. It knows what the training stages know of pictures, and nothing of outcomes.
 * @returns per picture of the table, `[F]`, about [0, 1]
 */
export function probeFacets({ pictures, titleOf, world }: WorldTable): Float64Array[] {
  const rows = pictures.map(withOne);
  const readings = world.titles.flatMap(({ truths }) => truths.map(workerReading));
  const known = pictures.flatMap((_, at) => (world.titles[titleOf[at]].isCold ? [] : [at]));
  const gram = gramOf(known.map((at) => rows[at]));
  const p = rows[0].length;
  for (let i = 1; i < p; i++) gram[i * p + i] += RIDGE;
  const diagonal = Float64Array.from({ length: p }, (_, i) => gram[i * p + i]);
  const apply = (x: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < p; i++) {
      let sum = 0;
      for (let j = 0; j < p; j++) sum += gram[i * p + j] * x[j];
      out[i] = sum;
    }
  };
  const probes = FACETS.map((facet) => {
    const rightSide = new Float64Array(p);
    for (const at of known) {
      const strength = readings[at][facet] ?? 0;
      if (strength > 0) for (let i = 0; i < p; i++) rightSide[i] += strength * rows[at][i];
    }
    return solveConjugateGradient({ apply, rightSide, diagonal, tolerance: TOLERANCE });
  });
  return rows.map((row) => Float64Array.from(probes, (probe) => dot(probe, row)));
}

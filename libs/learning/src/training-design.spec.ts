import { createRandom } from '@keyart/common';
import {
  denseWeights,
  FACET_COUNT,
  FEATURE_LAYOUT as AT,
  pictureVector,
  tasteVector,
} from '@keyart/features';
import fc from 'fast-check';
import { importanceWeight } from './importance-weight';
import { simulatedCatalogue, simulatedLog, simulatedTastes } from './simulated-log.factory';
import { trainBaseline } from './train-baseline';
import { TrainingDesign } from './training-design';
import type { TrainingRow } from './training-row';
import { warmStartBaseline } from './warm-start-baseline';

const settings = {
  catalogue: simulatedCatalogue(2),
  tastes: simulatedTastes(8, createRandom('training-design/tastes')),
  truth: () => 0.3,
  preference: (_: unknown, { artworkId }: { artworkId: string }) => (artworkId.endsWith('0') ? 20 : 1),
};
const log = (seed: number, rowCount: number): TrainingRow[] =>
  simulatedLog({ ...settings, seed: `training-design/${seed}`, rowCount });

/** Every feature of a row written out by the definition of the model, as a map from parameter to value. */
function expand({ taste, artwork }: TrainingRow, artworkIds: readonly string[]): Map<number, number> {
  const { indices, values, facetEntryCount } = pictureVector(artwork);
  const t = tasteVector(taste);
  const x = new Map([
    [AT.bias, 1],
    [AT.weightCount + artworkIds.indexOf(artwork.artworkId), 1],
  ]);
  if (artwork.isEditorialDefault) x.set(AT.editorial, 1);
  let match = 0;
  indices.forEach((z, i) => {
    for (let f = 0; f < FACET_COUNT; f++) x.set(AT.interactions + z * FACET_COUNT + f, values[i] * t[f]);
    if (i >= facetEntryCount) return;
    x.set(AT.facets + z, values[i]);
    match += values[i] * t[z];
  });
  return x.set(AT.match, match);
}

/** Solves A x = b by Gaussian elimination with partial pivoting. */
function solveDense(matrix: number[][], rightSide: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, rightSide[i]]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= at && Math.abs(row[at]) > Math.abs(rows[best][at]) ? i : best),
      at,
    );
    [rows[at], rows[pivot]] = [rows[pivot], rows[at]];
    for (let i = at + 1; i < size; i++) {
      const factor = rows[i][at] / rows[at][at];
      if (factor !== 0) for (let j = at; j <= size; j++) rows[i][j] -= factor * rows[at][j];
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const known = rows[i].slice(i + 1, size).reduce((sum, value, j) => sum + value * solution[i + 1 + j], 0);
    solution[i] = (rows[i][size] - known) / rows[i][i];
  }
  return solution;
}

describe('TrainingDesign', () => {
  it('multiplies as the matrix written out would, and its transpose is its transpose', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const design = new TrainingDesign(log(seed, 30), 10);
        const random = createRandom(`vectors/${seed}`);
        const parameters = new Float64Array(design.parameterCount).map(() => random.next() - 0.5);
        const coefficients = new Float64Array(30).map(() => random.next() - 0.5);
        const image = new Float64Array(30);
        const gradient = new Float64Array(design.parameterCount);
        design.multiply(parameters, image);
        design.multiplyTransposed(coefficients, gradient);
        const dot = (a: Float64Array, b: Float64Array): number =>
          a.reduce((sum, value, i) => sum + value * b[i], 0);
        expect(dot(image, coefficients)).toBeCloseTo(dot(parameters, gradient), 9);
      }),
      { numRuns: 20 },
    );
    const rows = log(1, 30);
    const design = new TrainingDesign(rows, 10);
    const parameters = new Float64Array(design.parameterCount).map((_, j) => Math.sin(j));
    const image = new Float64Array(30);
    design.multiply(parameters, image);
    const written = rows.map((row) =>
      [...expand(row, design.artworkIds)].reduce((sum, [j, value]) => sum + value * parameters[j], 0),
    );
    const sorted = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);
    sorted(image).forEach((value, i) => expect(value).toBeCloseTo(sorted(written)[i], 10));
  });

  it('leads to the solution of the dense normal equations', () => {
    const priorModel = warmStartBaseline();
    const rows = log(2, 25);
    const { artworkIds, parameterCount } = new TrainingDesign(rows, 3);
    const start = new Float64Array(parameterCount);
    start.set(denseWeights(priorModel));
    const expanded = rows.map((row) => ({
      x: expand(row, artworkIds),
      w: importanceWeight(row, 3),
      y: row.reward,
    }));
    const used = [...new Set(expanded.flatMap(({ x }) => [...x.keys()]))].sort((a, b) => a - b);
    const ridgeOf = (j: number): number =>
      j >= AT.weightCount ? 5 : j === AT.bias || j === AT.match ? 0.02 : 2;
    const matrix = used.map((i) =>
      used.map((j) =>
        expanded.reduce(
          (sum, { x, w }) => sum + w * (x.get(i) ?? 0) * (x.get(j) ?? 0),
          i === j ? ridgeOf(i) : 0,
        ),
      ),
    );
    const residualOf = ({ x, y }: { x: Map<number, number>; y: number }): number =>
      y - [...x].reduce((sum, [j, value]) => sum + value * start[j], 0);
    const rightSide = used.map((j) =>
      expanded.reduce((sum, row) => sum + row.w * (row.x.get(j) ?? 0) * residualOf(row), 0),
    );
    const expected = solveDense(matrix, rightSide);
    const model = trainBaseline(rows, { priorModel, ridge: 2, artworkRidge: 5, maxWeight: 3 });
    const weights = denseWeights(model);
    used.forEach((j, i) => {
      const fitted =
        j < AT.weightCount ? weights[j] : (model.artworkPriors[artworkIds[j - AT.weightCount]] ?? 0);
      expect(Math.abs(fitted - start[j] - expected[i])).toBeLessThan(1e-8);
    });
  });
});

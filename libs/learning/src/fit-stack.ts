import { solveConjugateGradient } from '@keyart/common';
import { surplusOverLevels, type LevelRow } from './surplus-over-levels';

/** In decisions: what a standardised weight is held to 0 by. */
const RIDGE = 20;

/** A logged outcome before several rankers. */
export interface StackRow extends LevelRow {
  /** Importance weight, > 0. */
  readonly weight: number;
  /** Each ranker's score of the shown picture above the mean of the title's pictures, `[J]`; null: one has no answer. */
  readonly scores: ArrayLike<number> | null;
}

interface FittedRow {
  readonly x: Float64Array;
  readonly y: number;
  readonly weight: number;
}

/** Standardised: each ranker's scores over their weighted root mean square, 0 where all of them are 0. */
function fittedRows(rows: readonly StackRow[], partCount: number) {
  const surplus = surplusOverLevels(rows);
  const answered = rows.flatMap(({ scores, weight, ...row }) =>
    scores === null ? [] : [{ x: Float64Array.from(scores), y: surplus(row), weight }],
  );
  const total = answered.reduce((sum, { weight }) => sum + weight, 0);
  const scales = Array.from({ length: partCount }, (_, j) =>
    Math.sqrt(answered.reduce((sum, { x, weight }) => sum + weight * x[j] ** 2, 0) / Math.max(1, total)),
  );
  const scaled: FittedRow[] = answered.map(({ x, ...rest }) => ({
    ...rest,
    x: x.map((value, j) => (scales[j] > 0 ? value / scales[j] : 0)),
  }));
  return { scaled, scales, total };
}

/**
 * Weights of several rankers' scores in the reward: weighted least squares of what a shown picture earned above its title's and
 * viewer's level on the scores above the title's mean, held to 0 by a ridge of 20 decisions.
 * @param rows scores out of fold where a ranker was fitted to these rows; a row without scores counts for the levels alone
 * @param partCount J
 * @returns `[J]`, reward per unit of score; 0 throughout where there is nothing to learn from
 */
export function fitStack(rows: readonly StackRow[], partCount: number): Float64Array {
  const { scaled, scales, total } = fittedRows(rows, partCount);
  const rightSide = new Float64Array(partCount);
  for (const { x, y, weight } of scaled) x.forEach((value, j) => (rightSide[j] += weight * value * y));
  const solved = solveConjugateGradient({
    rightSide,
    diagonal: new Float64Array(partCount).fill(total + RIDGE),
    apply(weights, out) {
      weights.forEach((value, j) => (out[j] = RIDGE * value));
      for (const { x, weight } of scaled) {
        const product = weight * x.reduce((sum, value, j) => sum + value * weights[j], 0);
        x.forEach((value, j) => (out[j] += product * value));
      }
    },
  });
  return solved.map((value, j) => (scales[j] > 0 ? value / scales[j] : 0));
}

import { solveConjugateGradient } from '@keyart/common';

/** Decisions a level starts from. */
const NEUTRAL_COUNT = 10;
/** In decisions: what a standardised weight is held to 0 by. */
const RIDGE = 20;

/** A logged outcome before several rankers. */
export interface StackRow {
  /** Whose decision, and about which title: any names. */
  readonly viewer: string | number;
  readonly title: string | number;
  readonly reward: number;
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

/** Shrunken mean surplus by viewer or title: outcomes differ more by these than by pictures, and are not what is asked. */
function levels(
  rows: readonly StackRow[],
  unit: 'viewer' | 'title',
  surplus: (row: StackRow) => number,
): Map<string | number, number> {
  const sums = new Map<string | number, { sum: number; count: number }>();
  for (const row of rows) {
    const own = sums.get(row[unit]) ?? { sum: 0, count: 0 };
    own.sum += surplus(row);
    own.count++;
    sums.set(row[unit], own);
  }
  return new Map([...sums].map(([name, { sum, count }]) => [name, sum / (count + NEUTRAL_COUNT)]));
}

function surplusOf(rows: readonly StackRow[]): (row: StackRow) => number {
  const mean = rows.reduce((sum, { reward }) => sum + reward, 0) / Math.max(1, rows.length);
  const titles = levels(rows, 'title', ({ reward }) => reward - mean);
  const rest = ({ reward, title }: StackRow): number => reward - mean - (titles.get(title) ?? 0);
  const viewers = levels(rows, 'viewer', rest);
  return (row) => rest(row) - (viewers.get(row.viewer) ?? 0);
}

/** Standardised: each ranker's scores over their weighted root mean square, 0 where all of them are 0. */
function fittedRows(rows: readonly StackRow[], partCount: number) {
  const surplus = surplusOf(rows);
  const answered = rows.flatMap(({ scores, weight, ...row }) =>
    scores === null ? [] : [{ x: Float64Array.from(scores), y: surplus({ ...row, scores, weight }), weight }],
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

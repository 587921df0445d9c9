import { createRandom } from '@keyart/common';
import { sparseRows } from '../text/sparse-rows';
import { rowOf } from './dense-rows';
import { reduceRows } from './randomised-svd';

/** A matrix of rank 3 and what its rows' products are. */
function lowRank(rowCount: number, columnCount: number) {
  const random = createRandom('low rank');
  const factor = (length: number): number[][] =>
    Array.from({ length }, () => [0, 1, 2].map(() => random.next() - 0.5));
  const [left, right] = [factor(rowCount), factor(columnCount)];
  const dense = left.map((l) => right.map((r) => l[0] * r[0] + l[1] * r[1] + l[2] * r[2]));
  return {
    dense,
    sparse: sparseRows(
      dense.map((row) => row.map((value, j) => [j, value])),
      columnCount,
    ),
  };
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);

describe('reduceRows', () => {
  it('keeps the products of a matrix of low rank', () => {
    const { dense, sparse } = lowRank(40, 25);
    const reduced = reduceRows(sparse, 3, createRandom('svd'));
    expect(reduced.width).toBeLessThan(25);
    dense.forEach((row, i) =>
      dense.forEach((other, j) =>
        expect(dot(rowOf(reduced, i), rowOf(reduced, j))).toBeCloseTo(dot(row, other), 4),
      ),
    );
  });

  it('is the same for equal seeds', () => {
    const { sparse } = lowRank(30, 20);
    const once = reduceRows(sparse, 4, createRandom('a')).values;
    expect(reduceRows(sparse, 4, createRandom('a')).values).toEqual(once);
    expect(reduceRows(sparse, 4, createRandom('b')).values).not.toEqual(once);
  });

  it.each([
    [0, 5],
    [4, 0],
    [1, 1],
    [2, 50],
  ])('takes %i rows of %i columns', (rowCount, columnCount) => {
    const rows = Array.from({ length: rowCount }, () => (columnCount > 0 ? [[0, 1] as const] : []));
    const { values, width } = reduceRows(sparseRows(rows, columnCount), 8, createRandom('x'));
    expect(values).toHaveLength(rowCount * width);
    expect([...values].every(Number.isFinite)).toBe(true);
  });
});

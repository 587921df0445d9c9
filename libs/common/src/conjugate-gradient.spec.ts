import fc from 'fast-check';
import { solveConjugateGradient } from './conjugate-gradient';

/** A = Mᵀ M + I is positive definite for every M. */
function positiveDefinite(rows: readonly (readonly number[])[]): number[][] {
  const size = rows[0].length;
  const entry = (i: number, j: number): number =>
    rows.reduce((sum, row) => sum + row[i] * row[j], i === j ? 1 : 0);
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry(i, j)));
}

const small = fc.double({ min: -3, max: 3, noNaN: true });
const square = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.tuple(
      fc.array(fc.array(small, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 8 }),
      fc.array(small, { minLength: size, maxLength: size }),
    ),
  );

describe('solveConjugateGradient', () => {
  it('finds the x whose image it was given', () => {
    fc.assert(
      fc.property(square, ([rows, truth]) => {
        const matrix = positiveDefinite(rows);
        const apply = (x: Float64Array, out: Float64Array): void =>
          matrix.forEach((row, i) => (out[i] = row.reduce((sum, value, j) => sum + value * x[j], 0)));
        const rightSide = new Float64Array(truth.length);
        apply(Float64Array.from(truth), rightSide);
        const diagonal = Float64Array.from(matrix, (row, i) => row[i]);
        const solution = solveConjugateGradient({ apply, rightSide, diagonal });
        solution.forEach((value, i) => expect(Math.abs(value - truth[i])).toBeLessThan(1e-9));
      }),
    );
  });

  it('answers zero for a zero right side without dividing by it', () => {
    const apply = (x: Float64Array, out: Float64Array): void => out.set(x);
    const zeros = new Float64Array(3);
    expect([
      ...solveConjugateGradient({ apply, rightSide: zeros, diagonal: new Float64Array(3).fill(1) }),
    ]).toEqual([0, 0, 0]);
  });
});

import fc from 'fast-check';
import { solveCholesky } from './cholesky';

describe('solveCholesky', () => {
  it('solves a system by hand', () => {
    // 4x + 2y = 10, 2x + 3y = 11: x = 1, y = 3; what stands above the diagonal is not read.
    const [x, y] = solveCholesky(Float64Array.of(4, NaN, 2, 3), Float64Array.of(10, 11));
    expect([x.toFixed(12), y.toFixed(12)]).toEqual(['1.000000000000', '3.000000000000']);
  });

  it('undoes any positive definite matrix', () => {
    const numbers = (count: number) =>
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: count, maxLength: count });
    const systems = fc.integer({ min: 1, max: 8 }).chain((p) => fc.tuple(numbers(p * p), numbers(p)));
    fc.assert(
      fc.property(systems, ([root, wanted]) => {
        const p = wanted.length;
        const matrix = new Float64Array(p * p);
        // B Bᵀ + I
        for (let i = 0; i < p; i++)
          for (let j = 0; j < p; j++) {
            matrix[i * p + j] = Number(i === j);
            for (let k = 0; k < p; k++) matrix[i * p + j] += root[i * p + k] * root[j * p + k];
          }
        const right = Float64Array.from({ length: p }, (_, i) =>
          wanted.reduce((sum, x, j) => sum + matrix[i * p + j] * x, 0),
        );
        solveCholesky(matrix, right).forEach((x, i) => expect(x).toBeCloseTo(wanted[i], 8));
      }),
    );
  });

  it('refuses what is not positive definite', () => {
    expect(() => solveCholesky(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(
      expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }),
    );
  });
});

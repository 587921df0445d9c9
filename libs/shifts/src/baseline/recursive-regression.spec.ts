import fc from 'fast-check';
import { forecastRow, learnRow, startRegression, type RegressionRow } from './recursive-regression';

const number = fc.double({ min: -3, max: 3, noNaN: true });
const rowsOf = fc.array(
  fc.record({
    terms: fc.tuple(fc.constant(1), fc.integer({ min: 0, max: 1 }), number).map((terms) => [...terms]),
    value: number,
    weight: fc.double({ min: 0.5, max: 100, noNaN: true }),
  }),
  { minLength: 12, maxLength: 40 },
);

/** Weighted residual squares of the batch fit, by normal equations with a pinch of ridge. */
function batch(rows: readonly RegressionRow[]): { coefficients: number[]; residualSquares: number } {
  const p = rows[0].terms.length;
  const matrix = Array.from({ length: p }, (_, i) =>
    Array.from({ length: p + 1 }, (_, j) =>
      rows.reduce((sum, { terms, value, weight }) => sum + weight * terms[i] * (j < p ? terms[j] : value), 0),
    ),
  );
  for (let i = 0; i < p; i++) {
    matrix[i][i] += 1e-9;
    for (let k = 0; k < p; k++) {
      if (k === i) continue;
      const factor = matrix[k][i] / matrix[i][i];
      for (let j = i; j <= p; j++) matrix[k][j] -= factor * matrix[i][j];
    }
  }
  const coefficients = matrix.map((row, i) => row[p] / row[i]);
  const errorOf = ({ terms, value }: RegressionRow): number =>
    value - terms.reduce((sum, term, i) => sum + term * coefficients[i], 0);
  return {
    coefficients,
    residualSquares: rows.reduce((sum, row) => sum + row.weight * errorOf(row) ** 2, 0),
  };
}

describe('learnRow', () => {
  it('ends at the weighted least-squares fit, whatever the order', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        fc.pre(new Set(rows.map(({ terms }) => terms[1])).size === 2);
        fc.pre(new Set(rows.map(({ terms }) => Math.round(terms[2]))).size >= 3);
        const found = rows.reduce(learnRow, startRegression(3));
        batch(rows).coefficients.forEach((expected, i) =>
          expect(found.coefficients[i]).toBeCloseTo(expected, 4),
        );
      }),
    );
  });

  it('adds up recursive residuals to those of the batch fit where no row is left out', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      ...{ terms: [1, i % 2, Math.sin(i)], value: Math.cos(3 * i), weight: 1 + (i % 5) },
    }));
    const found = rows.reduce(learnRow, startRegression(3));
    expect(found.freedom).toBe(27);
    expect(found.residualSquares).toBeCloseTo(batch(rows).residualSquares, 5);
  });

  it('knows nothing of a term until a row has shown it', () => {
    const fit = [1, 2, 3].reduce(
      (one, value) => learnRow(one, { terms: [1, 0], value, weight: 1 }),
      startRegression(2),
    );
    expect(fit.freedom).toBe(2);
    expect(forecastRow(fit, { terms: [1, 0], weight: 1 })).toMatchObject({ isKnown: true });
    expect(forecastRow(fit, { terms: [1, 1], weight: 1 })).toMatchObject({ isKnown: false });
    const shown = learnRow(fit, { terms: [1, 1], value: 7, weight: 1 });
    expect(shown.freedom).toBe(2);
    expect(forecastRow(shown, { terms: [1, 1], weight: 1 }).mean).toBeCloseTo(7, 4);
  });
});

import { createRandom } from '@keyart/common';
import fc from 'fast-check';
import { normalDraw } from '../simulation/normal-draw';
import { fitDrivers } from './fit-drivers';
import type { DriverRow } from './within-titles';

/** Outcomes of two drivers with effects 2 and −1, levels of titles, and noise. */
function rowsOf(titleCount: number, { noise = 0, perTitle = 30, seed = 'rows' } = {}): DriverRow[] {
  const random = createRandom(seed);
  return Array.from({ length: titleCount }, (_, t) => {
    const level = 5 * random.next();
    return Array.from({ length: perTitle }, (): DriverRow => {
      // Better titles have more of the first driver: what lies between titles is no effect.
      const values = Float64Array.of(random.next() - level, Number(random.next() < 0.4));
      const outcome = 9 * level + 2 * values[0] - values[1] + noise * normalDraw(random);
      return { titleId: `t${t}`, outcome, values, weight: 0.5 + random.next() };
    });
  }).flat();
}

const effects = (rows: readonly DriverRow[]) => fitDrivers(rows).estimates.map((one) => one?.value);

/** β of weighted ridge regression with an intercept, by brute force on rows that are left. */
function slopeWithout(rows: readonly DriverRow[], penalty: number): number {
  const weight = rows.reduce((sum, row) => sum + row.weight, 0);
  const mean = (of: (row: DriverRow) => number): number =>
    rows.reduce((sum, row) => sum + row.weight * of(row), 0) / weight;
  const [x, y] = [mean(({ values }) => values[0]), mean(({ outcome }) => outcome)];
  const cross = rows.reduce((sum, row) => sum + row.weight * (row.values[0] - x) * (row.outcome - y), 0);
  const squares = rows.reduce((sum, row) => sum + row.weight * (row.values[0] - x) ** 2, 0);
  return cross / (squares + penalty);
}

describe('fitDrivers', () => {
  it('finds effects within titles though good titles have more of a driver', () => {
    const [first, second] = effects(rowsOf(20));
    // Pulled towards 0 by 1/n, n = 600.
    expect(first).toBeCloseTo(2 / (1 + 1 / 600), 1);
    expect(Math.abs(first! - 2)).toBeLessThan(0.01);
    expect(Math.abs(second! + 1)).toBeLessThan(0.01);
  });

  it('does not see the level of a title', () => {
    const rows = rowsOf(6, { noise: 1 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 }), (shifts) => {
        const shifted = rows.map((row) => ({
          ...row,
          outcome: row.outcome + shifts[Number(row.titleId.slice(1))],
        }));
        effects(shifted).forEach((effect, k) => expect(effect).toBeCloseTo(effects(rows)[k]!, 8));
      }),
      { numRuns: 20 },
    );
  });

  it('counts reviews of a single title by leaving out each, its mean included', () => {
    const rows = rowsOf(1, { noise: 1, perTitle: 25 }).map((row) => ({
      ...row,
      values: row.values.slice(0, 1),
    }));
    const { errorsBy, estimates } = fitDrivers(rows);
    const weight = rows.reduce((sum, row) => sum + row.weight, 0);
    const centre = rows.reduce((sum, row) => sum + row.weight * row.values[0], 0) / weight;
    const squares = rows.reduce((sum, row) => sum + row.weight * (row.values[0] - centre) ** 2, 0);
    const penalty = squares / rows.length;
    const value = slopeWithout(rows, penalty);
    const gaps = rows.map(
      (left) =>
        slopeWithout(
          rows.filter((row) => row !== left),
          penalty,
        ) - value,
    );
    expect(errorsBy).toBe('review');
    expect(estimates[0]?.value).toBeCloseTo(value, 10);
    expect(estimates[0]?.standardError).toBeCloseTo(
      Math.sqrt((24 / 25) * gaps.reduce((sum, gap) => sum + gap ** 2, 0)),
      10,
    );
  });

  it('counts titles where there are five, and sees that titles differ', () => {
    const rows = rowsOf(12, { noise: 0.2 });
    const unlike = rows.map((row) => {
      const own = Number(row.titleId.slice(1)) % 2 === 0 ? 3 : -3;
      return { ...row, outcome: row.outcome + own * row.values[0] };
    });
    expect(fitDrivers(rows).errorsBy).toBe('title');
    expect(fitDrivers(unlike).estimates[0]!.standardError).toBeGreaterThan(
      10 * fitDrivers(rows).estimates[0]!.standardError,
    );
  });

  it('holds two drivers apart that always come together', () => {
    const twins = rowsOf(8, { noise: 1 }).map((row) => ({
      ...row,
      values: Float64Array.of(row.values[1], row.values[1]),
    }));
    const [a, b] = effects(twins);
    expect(a).toBeCloseTo(b!, 8);
    expect(a! + b!).toBeCloseTo(effects(rowsOf(8, { noise: 1 }))[1]!, 0);
  });

  it.each([[[]], [rowsOf(3, { perTitle: 1 })]])('has nothing to say without a second review', (rows) => {
    expect(effects(rows).every((effect) => effect === undefined)).toBe(true);
  });
});

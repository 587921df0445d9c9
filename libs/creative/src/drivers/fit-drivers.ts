import { jackknifeEstimate, solveCholesky, type JackknifeEstimate } from '@keyart/evaluation';
import { LEAST_TITLES } from '../clusters';
import { CrossProducts } from './cross-products';
import type { ErrorsBy } from './driver';
import { centreByTitle, type CentredTitle, type DriverRow } from './within-titles';

/** Reviews whose worth each effect is pulled towards 0 with: holds two drivers apart that always come together, and moves the others by 1/n. */
const PENALTY = 1;

/** Effects with errors. */
export interface FittedDrivers {
  readonly errorsBy: ErrorsBy;
  /** `[K]`; null: not defined without one of the clusters. */
  readonly estimates: readonly (JackknifeEstimate | null)[];
}

/**
 * Ridge regression of outcomes on drivers with a level of its own for each title; errors by leaving out each title, or, with fewer than
 * {@link LEAST_TITLES}, each review. Valid where titles (reviews of a title) are independent; the effects are those of what was written, not of what
 * would come of changing a title.
 * Source: Hoerl and Kennard, "Ridge regression" (Technometrics 1970); errors as in `jackknifeEstimate`.
 * @param rows with outcome and drivers, `[K]` each
 */
export function fitDrivers(rows: readonly DriverRow[]): FittedDrivers {
  const titles = centreByTitle(rows);
  const size = rows[0]?.values.length ?? 0;
  const errorsBy: ErrorsBy = titles.length >= LEAST_TITLES ? 'title' : 'review';
  const byTitle = titles.map((title) => productsOf(title.rows, size));
  const parts = errorsBy === 'title' ? byTitle : titles.flatMap((title) => withoutEach(title, size));
  if (parts.length < 2) return { errorsBy, estimates: new Array<null>(size).fill(null) };
  const total = byTitle.reduce((sum, part) => sum.plus(part), new CrossProducts(size));
  const penalty = penaltyOf(total, titles);
  const all = solve(total, penalty);
  const leftOut = parts.map((part) => solve(total.plus(part, -1), penalty));
  const estimates = Array.from({ length: size }, (_, k) =>
    jackknifeEstimate({
      value: all[k],
      leftOut: Float64Array.from(leftOut, (effects) => effects[k]),
      shares: Float64Array.from(parts, (part) => part.squares(k)),
    }),
  );
  return { errorsBy, estimates };
}

function productsOf(rows: readonly DriverRow[], size: number): CrossProducts {
  const sum = new CrossProducts(size);
  for (const row of rows) sum.add(row);
  return sum;
}

/** What leaves with each review: the title's mean moves, too, which makes its part W/(W − w) as large. */
function withoutEach({ rows, weight }: CentredTitle, size: number): CrossProducts[] {
  return rows.map((row) => {
    const rest = weight - row.weight;
    return new CrossProducts(size).add({ ...row, weight: (row.weight * weight) / rest });
  });
}

/** `[K]`: λ times the mean of w x², so that it means as many reviews on any scale. */
function penaltyOf(total: CrossProducts, titles: readonly CentredTitle[]): Float64Array {
  const rowCount = titles.reduce((sum, { rows }) => sum + rows.length, 0);
  return Float64Array.from({ length: total.size }, (_, k) => (PENALTY * total.squares(k)) / rowCount);
}

/** (X′WX + λD) β = X′Wy. */
function solve({ matrix, moment, size }: CrossProducts, penalty: Float64Array): Float64Array {
  const system = Float64Array.from(matrix);
  for (let k = 0; k < size; k++) system[k * size + k] += penalty[k];
  return solveCholesky(system, moment);
}

import type { LogSums } from './log-sums';
import type { Functional } from './functional';

/** A value and its standard error; null: the estimator is not defined on this log, e.g. all weights are 0. */
export interface PointEstimate {
  readonly value: number;
  readonly standardError: number | null;
}

/**
 * Value of a functional at the means of all rows, and its error by linearising it: member u adds `Σ_j g_j (S_uj − m_j n_u)`, where g is
 * the gradient, S_uj the member's sum, m_j the mean over rows, n_u the member's rows; the error is the root of
 * `U / (U − 1) Σ_u (…)²`, by the number of rows. Valid for many members, however their rows hang together.
 * Source: Liang & Zeger, Longitudinal data analysis using generalized linear models, Biometrika 1986 (sandwich); Casella & Berger,
 * Statistical inference, 5.5.4 (delta method).
 * @returns null where the value is not finite; no error with a single member
 */
export function deltaMethod(sums: LogSums, functional: Functional): PointEstimate | null {
  const columns = functional.keys.map((key) => columnOf(sums, key));
  const rowCount = total(sums.rowCounts);
  const means = columns.map((column) => total(column) / rowCount);
  const value = functional.value(means);
  if (!Number.isFinite(value)) return null;
  const slopes = functional.gradient(means);
  if (sums.clusterCount < 2 || !slopes.every(Number.isFinite)) return { value, standardError: null };
  const perRow = slopes.reduce((sum, slope, j) => sum + slope * means[j], 0);
  let squares = 0;
  for (let u = 0; u < sums.clusterCount; u++) {
    let influence = -perRow * sums.rowCounts[u];
    for (let j = 0; j < columns.length; j++) influence += slopes[j] * columns[j][u];
    squares += influence * influence;
  }
  const { clusterCount } = sums;
  return { value, standardError: Math.sqrt((squares * clusterCount) / (clusterCount - 1)) / rowCount };
}

/** @throws Error a key that nobody summed is a bug */
export function columnOf({ sums }: LogSums, key: string): Float64Array {
  const column = sums.get(key);
  if (!column) throw new Error(`nobody summed ${key}`);
  return column;
}

/** Neumaier's compensated sum: the order of members moves it by less than the last digit. */
export function total(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

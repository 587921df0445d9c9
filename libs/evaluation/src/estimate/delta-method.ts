import type { LogSums } from './log-sums';
import type { Functional } from './functional';

/** A value and its standard error; null: the estimator is not defined on this log, e.g. all weights are 0. */
export interface PointEstimate {
  readonly value: number;
  readonly standardError: number | null;
  /**
   * How many members of equal say the error is worth, less one: few where few rows carry large weights.
   */
  readonly degreesOfFreedom: number | null;
}

/**
 * Value of a functional at the means of all rows, and its error by linearising it: member u adds `Σ_j g_j (S_uj − m_j n_u)`, where g is
 * the gradient, S_uj the member's sum, m_j the mean over rows, n_u the member's rows; the error is the root of
 * `U / (U − 1) Σ_u (…)²`, by the number of rows. Valid for many members, however their rows hang together.
 * The variance of that sum of squares, from its fourth powers, gives the degrees of freedom: `2 (Σ x²)² / (Σ x⁴ − (Σ x²)² / U)`
 * (Satterthwaite); for thousands of equal rows the normal distribution is left as it is.
 * Source: Liang & Zeger, Longitudinal data analysis using generalized linear models, Biometrika 1986 (sandwich); Casella & Berger,
 * Statistical inference, 5.5.4 (delta method); Satterthwaite, An approximate distribution of estimates of variance components, 1946.
 * @returns null where the value is not finite; no error with a single member
 */
export function deltaMethod(sums: LogSums, functional: Functional): PointEstimate | null {
  const columns = functional.keys.map((key) => columnOf(sums, key));
  const rowCount = total(sums.rowCounts);
  const means = columns.map((column) => total(column) / rowCount);
  const value = functional.value(means);
  if (!Number.isFinite(value)) return null;
  const slopes = functional.gradient(means);
  if (sums.clusterCount < 2 || !slopes.every(Number.isFinite))
    return { value, standardError: null, degreesOfFreedom: null };
  const perRow = slopes.reduce((sum, slope, j) => sum + slope * means[j], 0);
  let [squares, fourths] = [0, 0];
  for (let u = 0; u < sums.clusterCount; u++) {
    let influence = -perRow * sums.rowCounts[u];
    for (let j = 0; j < columns.length; j++) influence += slopes[j] * columns[j][u];
    squares += influence ** 2;
    fourths += influence ** 4;
  }
  const { clusterCount } = sums;
  const standardError = Math.sqrt((squares * clusterCount) / (clusterCount - 1)) / rowCount;
  return { value, standardError, degreesOfFreedom: degreesOfFreedom({ squares, fourths, clusterCount }) };
}

/** Degrees of freedom of the mean of a sum, as of an estimate's error. */
export function freedomOfMean(sums: LogSums, key: string): number | null {
  const mean = { keys: [key], weightKeys: [], value: ([one]: readonly number[]) => one, gradient: () => [1] };
  return deltaMethod(sums, mean)?.degreesOfFreedom ?? null;
}

/** @param sums of the members' influences, squared and to the fourth @returns in [1, clusterCount − 1] */
function degreesOfFreedom({
  squares,
  fourths,
  clusterCount,
}: {
  squares: number;
  fourths: number;
  clusterCount: number;
}): number {
  const spread = fourths - squares ** 2 / clusterCount;
  const freedom = spread > 0 ? (2 * squares ** 2) / spread : Infinity;
  return Math.max(1, Math.min(clusterCount - 1, freedom));
}

/** @throws Error a key that nobody summed is a bug */
export function columnOf({ sums }: Pick<LogSums, 'sums'>, key: string): Float64Array {
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

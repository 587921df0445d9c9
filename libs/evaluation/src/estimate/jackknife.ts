import { studentQuantile } from '../distributions/student-quantile';
import { studentSurvival } from '../distributions/student-survival';
import { StatisticInputError } from '../errors';
import type { Interval } from './percentile-interval';

/** A value, and what it is without each cluster in turn. */
export interface Jackknife {
  readonly value: number;
  /** `[G]`, G ≥ 2; not a number where it is not defined. */
  readonly leftOut: Float64Array;
  /** `[G]`, ≥ 0: how much of what the value rests on lies in each cluster. */
  readonly shares: Float64Array;
}

/** A value with its error by clusters. */
export interface JackknifeEstimate {
  readonly value: number;
  readonly standardError: number;
  /** Of Student's t, ≥ 1: effective clusters less one. */
  readonly degreesOfFreedom: number;
  readonly interval: Interval;
  /** Two-sided, of the value 0. */
  readonly pValue: number;
}

/**
 * The error of a statistic over clusters by leaving one out, `(G − 1)/G Σ (θ₍g₎ − θ)²`, which with few or unequal clusters errs on the
 * wide side, where the sandwich is too narrow. The interval is Student's with as many degrees of freedom as clusters count in effect,
 * `(Σ s)²/Σ s² − 1`. Valid for independent clusters and a statistic that is smooth in their weights.
 * Source: MacKinnon, Nielsen and Webb, "Leverage, influence, and the jackknife in clustered regression models" (Stata Journal 2023),
 * CV3; Carter, Schnepel and Steigerwald, "Asymptotic behavior of a t-test robust to cluster heterogeneity" (2017), effective clusters.
 * @param alpha of the interval, in (0, 1)
 * @returns null where the value is not defined without one of the clusters, or does not vary
 */
export function jackknifeEstimate(
  { value, leftOut, shares }: Jackknife,
  alpha = 0.05,
): JackknifeEstimate | null {
  const count = leftOut.length;
  if (count < 2) throw new StatisticInputError(`a jackknife over ${count} clusters`);
  const squares = leftOut.reduce((sum, other) => sum + (other - value) ** 2, 0);
  const standardError = Math.sqrt(((count - 1) / count) * squares);
  if (!Number.isFinite(standardError) || standardError === 0) return null;
  const degreesOfFreedom = Math.max(1, effectiveCount(shares) - 1);
  const reach = studentQuantile(1 - alpha / 2, degreesOfFreedom) * standardError;
  return {
    ...{ value, standardError, degreesOfFreedom, interval: [value - reach, value + reach] },
    pValue: 2 * studentSurvival(Math.abs(value) / standardError, degreesOfFreedom),
  };
}

/**
 * How many equal ones would weigh as these do: `(Σ w)²/Σ w²`, Kish's effective sample size. 0 for none.
 * @param weights `[n]`, ≥ 0
 */
export function effectiveCount(weights: Iterable<number>): number {
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    squares += weight ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}

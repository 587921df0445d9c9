/** Kinds of A/B metric. */
export const METRIC_TYPES = ['mean', 'proportion', 'ratio', 'quantile'] as const;

/** What is measured of a member. */
export type MetricType = (typeof METRIC_TYPES)[number];

/**
 * All that an analysis needs of an arm: sums over its randomised units (members), of the metric Y, of the denominator D of a ratio and of a
 * covariate X known before exposure. Sums of two arms add up to the sums of both together.
 */
export interface ArmSums {
  /** Units, whole, ≥ 0; fewer than two cannot be compared. */
  readonly n: number;
  /** Σ Y. */
  readonly sum: number;
  /** Σ Y². */
  readonly sumSquares: number;
  /** Σ D, Σ D², Σ Y D: ratios only. */
  readonly denominatorSum?: number;
  readonly denominatorSumSquares?: number;
  readonly crossSum?: number;
  /** Σ X, Σ X², Σ Y X, and Σ D X for ratios: CUPED only. */
  readonly covariateSum?: number;
  readonly covariateSumSquares?: number;
  readonly covariateCrossSum?: number;
  readonly denominatorCovariateCrossSum?: number;
  /** An order statistic and its reach: quantiles only. */
  readonly quantile?: ArmQuantile;
}

/**
 * A sample quantile over events and the order statistics around it. Beside it Y is the number of a member's events at or below the
 * quantile, D the number of all of them; without D, units are the events.
 */
export interface ArmQuantile {
  /** In (0, 1). */
  readonly level: number;
  readonly value: number;
  /** Order statistics at the 95% limits of the rank, as if events were independent. */
  readonly lower: number;
  readonly upper: number;
}

/** Adds the sums of two arms, field by field; a field that one of them lacks is left out, quantiles too. */
export function addSums(a: ArmSums, b: ArmSums): ArmSums {
  const add = (x?: number, y?: number): number | undefined =>
    x === undefined || y === undefined ? undefined : x + y;
  return {
    n: a.n + b.n,
    sum: a.sum + b.sum,
    sumSquares: a.sumSquares + b.sumSquares,
    denominatorSum: add(a.denominatorSum, b.denominatorSum),
    denominatorSumSquares: add(a.denominatorSumSquares, b.denominatorSumSquares),
    crossSum: add(a.crossSum, b.crossSum),
    covariateSum: add(a.covariateSum, b.covariateSum),
    covariateSumSquares: add(a.covariateSumSquares, b.covariateSumSquares),
    covariateCrossSum: add(a.covariateCrossSum, b.covariateCrossSum),
    denominatorCovariateCrossSum: add(a.denominatorCovariateCrossSum, b.denominatorCovariateCrossSum),
  };
}

/** An arm as tests see it: a mean and the variance of what one unit adds to it. */
export interface ArmMoments {
  /** Units. */
  readonly n: number;
  /** In the metric's unit. */
  readonly mean: number;
  /** Of one unit's contribution, ≥ 0: the mean's own variance is `variance / n`. */
  readonly variance: number;
  /** The covariate's mean and variance, and its covariance with the unit's contribution. */
  readonly covariate?: CovariateMoments;
}

/** First two moments of a covariate known before exposure. */
export interface CovariateMoments {
  readonly mean: number;
  readonly variance: number;
  readonly covariance: number;
}

/** Sample covariance from sums, `(Σ xy − Σx Σy / n) / (n − 1)`; 0 for a single unit. */
export function covarianceOf(cross: number, [sumX, sumY]: readonly [number, number], n: number): number {
  return n > 1 ? (cross - (sumX * sumY) / n) / (n - 1) : 0;
}

/** Sample variance from sums; rounding never makes it negative. */
export function varianceOf(sumSquares: number, sum: number, n: number): number {
  return Math.max(0, covarianceOf(sumSquares, [sum, sum], n));
}

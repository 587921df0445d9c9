import { covarianceOf, varianceOf, type CovariateMoments } from '../arm-moments';
import type { ArmSums } from '../arm-sums';
import type { Metric } from './metric';

/** Of a mean or a proportion, CUPED takes these. */
export const COVARIATE_FIELDS = ['covariateSum', 'covariateSumSquares', 'covariateCrossSum'] as const;

/** Mean of a number per member (hours, plays). Variance `(Σy² − (Σy)²/n) / (n − 1)`. Unbiased for any distribution with a variance. */
export const MEAN: Metric = {
  type: 'mean',
  fields: [],
  covariateFields: COVARIATE_FIELDS,
  shortage: () => null,
  fault: () => null,
  moments: (sums) => ({
    n: sums.n,
    mean: sums.sum / sums.n,
    variance: varianceOf(sums.sumSquares, sums.sum, sums.n),
    covariate: covariateMoments(sums),
  }),
};

/** Moments of the covariate beside a plain sum; undefined where the sums carry none. */
export function covariateMoments(sums: ArmSums): CovariateMoments | undefined {
  const { n, sum, covariateSum, covariateSumSquares, covariateCrossSum } = sums;
  if (covariateSum === undefined || covariateSumSquares === undefined || covariateCrossSum === undefined)
    return undefined;
  return {
    mean: covariateSum / n,
    variance: varianceOf(covariateSumSquares, covariateSum, n),
    covariance: covarianceOf(covariateCrossSum, [sum, covariateSum], n),
  };
}

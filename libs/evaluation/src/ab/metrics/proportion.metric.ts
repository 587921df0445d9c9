import type { Metric } from './metric';
import { COVARIATE_FIELDS, covariateMoments } from './mean.metric';

const ROUNDING = 1e-9;

/**
 * Share of members that did something at all. Variance `p (1 − p)`, the maximum likelihood estimate; a covariate that is itself 0 or 1
 * (its squares sum to its sum) gets the same form.
 */
export const PROPORTION: Metric = {
  type: 'proportion',
  fields: [],
  covariateFields: COVARIATE_FIELDS,
  shortage: () => null,
  fault: ({ n, sum, sumSquares }) => {
    if (!(sum >= 0 && sum <= n)) return `sum is ${sum}, must be in 0…${n} of a proportion`;
    if (Math.abs(sumSquares - sum) <= ROUNDING * sum) return null;
    return `sumSquares is ${sumSquares}, must be the sum, ${sum}, of a proportion`;
  },
  moments: (sums) => {
    const { n, covariateSum, covariateSumSquares } = sums;
    const share = sums.sum / n;
    const covariate = covariateMoments(sums);
    const isBinary = covariate && covariateSum === covariateSumSquares;
    return {
      ...{ n, mean: share, variance: share * (1 - share) },
      covariate: isBinary ? { ...covariate, variance: covariate.mean * (1 - covariate.mean) } : covariate,
    };
  },
};

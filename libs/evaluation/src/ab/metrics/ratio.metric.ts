import { covarianceOf, varianceOf, type ArmMoments } from '../arm-moments';
import type { ArmSums } from '../arm-sums';
import { COVARIATE_FIELDS } from './mean.metric';
import type { Metric } from './metric';

/**
 * ΣY / ΣD, e.g. takes per impression, where members are randomised but impressions are counted. The unit's contribution is linearised:
 * `(Y − R D) / mD`, with variance `vY/mD² + vD mY²/mD⁴ − 2 cov mY/mD³`. Consistent for many members; needs a denominator away from 0.
 * Source: Deng, Knoblich and Lu, "Applying the delta method in metric analytics" (KDD 2018), section 3.1.
 */
export const RATIO: Metric = {
  type: 'ratio',
  fields: ['denominatorSum', 'denominatorSumSquares', 'crossSum'],
  covariateFields: [...COVARIATE_FIELDS, 'denominatorCovariateCrossSum'],
  shortage: ({ denominatorSum }) => (denominatorSum === 0 ? 'nothing in its denominator' : null),
  fault: ({ denominatorSum = 0 }) =>
    denominatorSum >= 0 ? null : `denominatorSum is ${denominatorSum}, must be 0 at least`,
  moments: (sums) => {
    const { n, sum } = sums;
    const [denominatorSum, squares, cross] = [
      sums.denominatorSum ?? n,
      sums.denominatorSumSquares ?? n,
      sums.crossSum ?? sum,
    ];
    const denominatorMean = denominatorSum / n;
    const ratio = sum / denominatorSum;
    const spread =
      varianceOf(sums.sumSquares, sum, n) -
      2 * ratio * covarianceOf(cross, [sum, denominatorSum], n) +
      ratio ** 2 * varianceOf(squares, denominatorSum, n);
    const variance = Math.max(0, spread) / denominatorMean ** 2;
    return { n, mean: ratio, variance, covariate: covariateOf(sums, ratio, denominatorMean) };
  },
};

function covariateOf(sums: ArmSums, ratio: number, denominatorMean: number): ArmMoments['covariate'] {
  const { n, sum, denominatorSum, covariateSum, covariateSumSquares, covariateCrossSum } = sums;
  const denominatorCross = sums.denominatorCovariateCrossSum;
  if (denominatorSum === undefined || covariateSum === undefined || covariateSumSquares === undefined)
    return undefined;
  if (covariateCrossSum === undefined || denominatorCross === undefined) return undefined;
  const numeratorPart = covarianceOf(covariateCrossSum, [sum, covariateSum], n);
  const denominatorPart = covarianceOf(denominatorCross, [denominatorSum, covariateSum], n);
  return {
    mean: covariateSum / n,
    variance: varianceOf(covariateSumSquares, covariateSum, n),
    covariance: (numeratorPart - ratio * denominatorPart) / denominatorMean,
  };
}

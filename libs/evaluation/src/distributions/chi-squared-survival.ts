import gammainc from '@stdlib/math-base-special-gammainc';
import { StatisticInputError } from '../errors';

/**
 * P(X ≥ statistic) of a χ² distribution, the p-value of Pearson's test: the regularised upper incomplete gamma function
 * Q(k/2, x/2), exact in the far tail too.
 * @param statistic ≥ 0
 * @param degreesOfFreedom ≥ 1
 * @returns in [0, 1]
 * @throws StatisticInputError when an argument is out of range
 */
export function chiSquaredSurvival(statistic: number, degreesOfFreedom: number): number {
  if (!(statistic >= 0) || !(degreesOfFreedom >= 1))
    throw new StatisticInputError(`χ² of ${statistic} with ${degreesOfFreedom} degrees of freedom`);
  return statistic === Infinity ? 0 : gammainc(statistic / 2, degreesOfFreedom / 2, true, true);
}

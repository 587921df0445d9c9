import quantile from '@stdlib/stats-base-dists-t-quantile';
import { StatisticInputError } from '../errors';

/**
 * The value below which a Student t variable lies with probability p; accurate to some 14 digits.
 * @param p in (0, 1)
 * @param degreesOfFreedom ≥ 1, not necessarily whole
 * @throws StatisticInputError for other arguments
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1) || !(degreesOfFreedom >= 1))
    throw new StatisticInputError(`t quantile of ${p} with ${degreesOfFreedom} degrees of freedom`);
  return quantile(p, degreesOfFreedom);
}

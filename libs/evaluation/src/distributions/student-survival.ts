import cdf from '@stdlib/stats-base-dists-t-cdf';
import { StatisticInputError } from '../errors';

/**
 * P(T ≥ t) of a Student t variable, exact in the far tail too.
 * @param degreesOfFreedom > 0, not necessarily whole
 * @returns in [0, 1]
 * @throws StatisticInputError for other degrees of freedom
 */
export function studentSurvival(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0))
    throw new StatisticInputError(`t of ${t} with ${degreesOfFreedom} degrees of freedom`);
  return cdf(-t, degreesOfFreedom);
}

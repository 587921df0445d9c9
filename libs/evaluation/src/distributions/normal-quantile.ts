import quantile from '@stdlib/stats-base-dists-normal-quantile';
import { StatisticInputError } from '../errors';

/**
 * The value below which a standard normal variable lies with probability p; relative error below 1e-11 for p ≥ 1e-6.
 * @param p in (0, 1)
 * @throws StatisticInputError for other p
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new StatisticInputError(`normal quantile of ${p}`);
  return quantile(p, 0, 1);
}

import type { Random } from '@keyart/common';
import { normal } from '../simulation/normal';
import { cholesky } from './cholesky';
import type { Moments } from './moments';

/** A skewness beyond it is that of a few viewers far out; the transformation is monotone up to here. */
const MOST_SKEWNESS = 2;

/** A standard normal number with the skewness of a gamma distribution instead (Wilson & Hilferty 1931); mean 0, SD about 1. */
function skewed(z: number, skewness: number): number {
  const bounded = Math.min(MOST_SKEWNESS, Math.max(-MOST_SKEWNESS, skewness));
  if (Math.abs(bounded) < 1e-6) return z;
  return (2 / bounded) * ((1 + (bounded * z) / 6 - bounded ** 2 / 36) ** 3 - 1);
}

/**
 * Points of one group: a population with the same means, correlations and skewness but a single hump (SigClust's null, Liu et al. 2008,
 * with gamma margins in the place of normal ones, because shares and counts are skewed without being groups).
 */
export function nullPopulation(
  { mean, covariance, skewness }: Moments,
  count: number,
  random: Random,
): Float64Array[] {
  const deviation = covariance.map((row, f) => Math.sqrt(row[f]));
  const correlation = covariance.map((row, f) =>
    row.map((value, g) => (deviation[f] * deviation[g] > 0 ? value / (deviation[f] * deviation[g]) : 0)),
  );
  const factor = cholesky(correlation);
  return Array.from({ length: count }, () => {
    const drawn = Float64Array.from(factor, () => normal(random));
    return Float64Array.from(factor, (row, f) => {
      const z = row.reduce((sum, weight, g) => sum + weight * drawn[g], 0);
      return mean[f] + deviation[f] * skewed(z, skewness[f]);
    });
  });
}

import cdf from '@stdlib/stats-base-dists-normal-cdf';

/** P(Z ≥ z) of a standard normal variable, exact in the far tail too. @returns in [0, 1] */
export function normalSurvival(z: number): number {
  return cdf(-z, 0, 1);
}

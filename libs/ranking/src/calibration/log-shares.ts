/** A share that underflowed says no more than this. */
const LEAST_SHARE = 1e-12;

/**
 * Log-probabilities above their mean: what a hybrid adds to the bandit's scores, in its training and when it serves.
 * @param shares `[K]`, in [0, 1], K ≥ 1
 * @returns `[K]`, in nats, finite, summing to 0
 */
export function logShares(shares: readonly number[]): number[] {
  const logs = shares.map((share) => Math.log(Math.max(LEAST_SHARE, share)));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return logs.map((value) => value - mean);
}

/**
 * Inverse-CDF sampling: the first index whose cumulative probability exceeds `uniform`. Never one of probability 0: if
 * rounding leaves the cumulative sum short of `uniform`, the last index with positive probability is taken.
 * @param probabilities `[K]`, each ≥ 0, sum 1 up to rounding, at least one positive
 * @param uniform in [0, 1)
 */
export function sampleIndex(probabilities: readonly number[], uniform: number): number {
  let cumulative = 0;
  let lastPositive = -1;
  for (let i = 0; i < probabilities.length; i++) {
    if (probabilities[i] <= 0) continue;
    cumulative += probabilities[i];
    lastPositive = i;
    if (uniform < cumulative) break;
  }
  return lastPositive;
}

/**
 * Index of the largest score; of equal ones the first, i.e. the smallest artwork id in canonical order.
 * @param scores `[E]`, E ≥ 1, finite
 */
export function firstMaximum(scores: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i] > scores[best]) best = i;
  return best;
}

/**
 * The distribution that is certain of one candidate.
 * @param size K ≥ 1
 * @param index in [0, K)
 * @returns `[K]`: 1 at `index`, else 0
 */
export function pointMass(size: number, index: number): number[] {
  const probabilities = new Array<number>(size).fill(0);
  probabilities[index] = 1;
  return probabilities;
}

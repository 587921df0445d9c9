/** Chances are kept this far from 0 and 1. */
const LEAST = 1e-4;

/** Log odds; of a chance held within [.0001, .9999]. */
export function logit(probability: number): number {
  const held = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(held / (1 - held));
}

/** Chance of log odds, in [0, 1]. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

import { CUSUM_REFERENCE } from '../design/cusum-run-length';

/** How far a random walk in steps of a standard normal overshoots a boundary, on average (Siegmund 1985, section 10.4). */
const OVERSHOOT = 0.5826;

/**
 * Chance that a two-sided CUSUM of a stream without a shift stands at least so high at any one bucket: P(C ≥ c) ≈ exp(−2k (c + .583)) a side,
 * the highest that a random walk with drift −k ever was.
 * Source: Siegmund, "Sequential analysis" (1985); used for false discovery rates by Grigg and Spiegelhalter (JASA 2008) and Li and Tsung (2009).
 * @param statistic the higher side, ≥ 0
 * @returns in (0, 1]
 */
export function cusumPValue(statistic: number): number {
  return Math.min(1, 2 * Math.exp(-2 * CUSUM_REFERENCE * (statistic + OVERSHOOT)));
}

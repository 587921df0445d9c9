/**
 * Two-sided normal mixture boundary `√((v + ρ) ln((v + ρ) / (ρ α²)))`: a sum of independent sub-Gaussian terms with variance process v
 * leaves ±boundary at some time with probability α at most.
 * Source: Howard, Ramdas, McAuliffe and Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences" (Annals of Statistics
 * 2021), equation 14.
 * @param variance v, of the sum so far, ≥ 0
 * @param precision ρ > 0; the boundary is tightest near v = ρ · (−2 ln α + ln(1 − 2 ln α))
 * @param alpha in (0, 1)
 */
export function normalMixtureBoundary(variance: number, precision: number, alpha: number): number {
  const total = variance + precision;
  return Math.sqrt(total * Math.log(total / (precision * alpha ** 2)));
}

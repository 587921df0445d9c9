/** A lower and an upper end. */
export type Interval = readonly [lower: number, upper: number];

/**
 * The percentile bootstrap's interval: the α/2 and 1 − α/2 quantiles of the draws (linear between order statistics).
 * Source: Efron & Tibshirani, An introduction to the bootstrap, 1993, chapter 13.
 * @param values one a draw, at least 2; draws on which the estimator is not defined are left out
 * @param alpha in (0, 1)
 * @returns null where fewer than two draws are defined
 */
export function percentileInterval(values: Float64Array, alpha: number): Interval | null {
  const sorted = values.filter(Number.isFinite).sort();
  if (sorted.length < 2) return null;
  return [quantile(sorted, alpha / 2), quantile(sorted, 1 - alpha / 2)];
}

function quantile(sorted: Float64Array, fraction: number): number {
  const place = fraction * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

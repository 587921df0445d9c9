import { StatisticInputError } from '../errors';

/** Two-sided 95% quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's 95% score interval of a proportion: unlike p ± 1.96 se it stays within [0, 1] and holds its level for few trials and for
 * proportions near 0 or 1. Valid for independent trials.
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference" (JASA 1927).
 * @param hitCount whole, in [0, totalCount]
 * @param totalCount whole, ≥ 0; nothing tried leaves everything possible
 * @returns lower and upper end, in [0, 1]
 * @throws StatisticInputError for other counts
 */
export function wilsonInterval(
  hitCount: number,
  totalCount: number,
): readonly [lower: number, upper: number] {
  const areCounts = Number.isInteger(hitCount) && Number.isInteger(totalCount);
  if (!areCounts || hitCount < 0 || hitCount > totalCount)
    throw new StatisticInputError(`interval of ${hitCount} hits among ${totalCount}`);
  if (totalCount === 0) return [0, 1];
  const p = hitCount / totalCount;
  const shrink = 1 + Z ** 2 / totalCount;
  const centre = (p + Z ** 2 / (2 * totalCount)) / shrink;
  const half = (Z / shrink) * Math.sqrt((p * (1 - p)) / totalCount + Z ** 2 / (4 * totalCount ** 2));
  // Rounding must not push the ends past what the counts themselves bound.
  return [Math.max(0, Math.min(p, centre - half)), Math.min(1, Math.max(p, centre + half))];
}

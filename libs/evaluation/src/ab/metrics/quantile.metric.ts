import { normalQuantile } from '../../distributions/normal-quantile';
import type { ArmSums } from '../arm-sums';
import type { Metric } from './metric';
import { RATIO } from './ratio.metric';

/** The limits beside a quantile are always those of 95%, whatever the test's level. */
const REACH = normalQuantile(0.975);

/**
 * Quantile of a number over events (start-up time over plays), members randomised. The order statistics at the ranks
 * `n_e q ± 1.96 √(n_e q (1 − q))` give the error that independent events would have, `(upper − lower) / (2 · 1.96)`; it is widened by
 * the design effect of clustering: the delta-method variance of the share of events at or below the quantile over `q (1 − q) / n_e`.
 * Without a denominator each unit is one event. Valid for smooth distributions and enough events on both sides (`n_e > 3.84 q/(1−q)` and the reverse).
 * Source: Deng, Knoblich and Lu, "Applying the delta method in metric analytics" (KDD 2018), section 4.2.
 */
export const QUANTILE: Metric = {
  type: 'quantile',
  fields: ['quantile'],
  covariateFields: null,
  shortage: ({ quantile, n, denominatorSum = n }) => {
    const level = quantile?.level ?? 0.5;
    const fewest = REACH ** 2 * Math.max(level / (1 - level), (1 - level) / level);
    return denominatorSum > fewest ? null : `${denominatorSum} events, too few for the quantile ${level}`;
  },
  fault: ({ quantile }) => {
    if (!quantile) return null;
    const { level, lower, value, upper } = quantile;
    if (!(level > 0 && level < 1)) return `quantile level is ${level}, must be in (0, 1)`;
    return lower <= value && value <= upper ? null : `quantile ${lower} ≤ ${value} ≤ ${upper} does not hold`;
  },
  moments: (sums) => {
    const { quantile } = sums;
    if (!quantile) throw new Error('quantiles of two arms do not add up');
    const events = sums.denominatorSum ?? sums.n;
    const independent = ((quantile.upper - quantile.lower) / (2 * REACH)) ** 2 * ((events - 1) / events);
    return {
      n: sums.n,
      mean: quantile.value,
      variance: independent * designEffect(sums, quantile.level) * sums.n,
    };
  },
};

/** How much wider clustering makes the share at or below the quantile; 1 where units are the events. */
function designEffect(sums: ArmSums, level: number): number {
  if (sums.denominatorSum === undefined) return 1;
  const { n, variance } = RATIO.moments(sums);
  return variance / n / ((level * (1 - level)) / sums.denominatorSum);
}

import { normalQuantile } from '../../distributions/normal-quantile';
import { StatisticInputError } from '../../errors';
import type { Effect } from '../effect';
import type { IntervalMethod } from '../methods/interval-method';

/** No test needs more units than there are people. */
const MOST_UNITS = 1e10;

/** A test of one arm against the control, as planned. */
export interface ExperimentDesign {
  /** Mean of the metric without the change; not 0. */
  readonly mean: number;
  /** Of one unit's contribution, > 0: `p (1 − p)` of a proportion. */
  readonly variance: number;
  /** Of the control and of the arm, of all units of both, summing to 1. */
  readonly shares: readonly [control: number, treatment: number];
  /** Two-sided, in (0, 1); divided by the number of comparisons. */
  readonly alpha: number;
  /** In (0, 1). */
  readonly power: number;
  /** Arms against the control, metrics: Bonferroni, what Holm gives at worst. */
  readonly comparisonCount: number;
  /** Share of the variance that CUPED takes away, in [0, 1). */
  readonly varianceDropFraction: number;
  readonly method: IntervalMethod;
}

/**
 * Smallest relative lift that a test of so many units shows with the power asked for: `(c + z_power) SE`, c the method's critical value. For a
 * sequential method this counts the last look alone, so the power with all looks is a little higher.
 * @param unitCount units of both arms, ≥ 4
 */
export function detectableLift(design: ExperimentDesign, unitCount: number): number {
  const { mean, variance, shares, alpha, power, comparisonCount, varianceDropFraction, method } = design;
  const unitVariance = (variance * (1 - varianceDropFraction)) / mean ** 2;
  const standardError = Math.sqrt(unitVariance / unitCount) * Math.sqrt(1 / shares[0] + 1 / shares[1]);
  const planned: Effect = {
    ...{ effect: 0, standardError, sampleCount: unitCount },
    ...{ degreesOfFreedom: unitCount - 2, unitVariance: 2 * unitVariance },
  };
  const critical = method.criticalValue(planned, alpha / comparisonCount);
  return (critical + normalQuantile(power)) * standardError;
}

/** Units of both arms for a relative lift. @param lift > 0 @throws StatisticInputError where none would do */
export function requiredUnits(design: ExperimentDesign, lift: number): number {
  let [low, high] = [4, MOST_UNITS];
  if (detectableLift(design, high) > lift)
    throw new StatisticInputError(`a lift of ${lift} takes more than ${MOST_UNITS} units`);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (detectableLift(design, middle) <= lift) high = middle;
    else low = middle;
  }
  return high;
}

/** @throws StatisticInputError naming the number that is out of range */
export function checkExperimentDesign(design: ExperimentDesign): void {
  const must = (isFine: boolean, detail: string): void => {
    if (!isFine) throw new StatisticInputError(detail);
  };
  const isFraction = (x: number): boolean => x > 0 && x < 1;
  must(Number.isFinite(design.mean) && design.mean !== 0, `mean is ${design.mean}, must not be 0`);
  must(design.variance > 0, `variance is ${design.variance}, must be > 0`);
  must(design.shares.every(isFraction), `shares are ${design.shares.join(', ')}, must be in (0, 1)`);
  must(isFraction(design.alpha), `alpha is ${design.alpha}, must be in (0, 1)`);
  must(isFraction(design.power), `power is ${design.power}, must be in (0, 1)`);
  const drop = design.varianceDropFraction;
  must(drop >= 0 && drop < 1, `variance drop is ${drop}, must be in [0, 1)`);
}

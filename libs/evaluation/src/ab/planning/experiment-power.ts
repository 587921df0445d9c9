import { normalQuantile } from '../../distributions/normal-quantile';
import { StatisticInputError } from '../../errors';
import { findRoot } from '../../numeric/find-root';
import { welchDegreesOfFreedom, type Effect } from '../effect';
import type { IntervalMethod } from '../methods/interval-method';
import { FEWEST_UNITS } from '../not-compared';

/** No test needs more units than there are people. */
const MOST_UNITS = 1e10;
/** Of the difference, to find slopes. */
const STEP = 1e-4;
/** Lifts that are looked for; beyond, a test shows nothing of use. */
const [LEAST_LIFT, LARGEST_LIFT] = [1e-6, 100];
/** No metric grows so much. */
const BEYOND_ALL_LIFTS = 1e12;

/** A test of one arm against the control, as planned. */
export interface ExperimentDesign {
  /** Mean of the metric without the change; not 0. */
  readonly mean: number;
  /** Variance of one unit's contribution where the mean is so, > 0 without the change; below 0: there is no such mean. */
  readonly varianceAt: (mean: number) => number;
  /** Whether the effect will be analysed as a share of the control's mean, whose own error then counts. */
  readonly isRelative: boolean;
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

/** `p (1 − p)`: each arm has its own. */
export function proportionVariance(mean: number): number {
  return mean * (1 - mean);
}

/**
 * Smallest relative lift that a test of so many units shows with the power asked for: where the statistic `t = effect / SE`, SE with the lift
 * that is there, is expected at `c + z_power s`, c the method's critical value and s the statistic's own spread by the delta method: 1 for a
 * difference of means, less for a relative lift, whose SE grows with it. For a sequential method this counts the last look alone, so the power
 * with all looks is a little higher.
 * @param unitCount units of both arms
 * @returns null where no lift would be shown
 */
export function detectableLift(design: ExperimentDesign, unitCount: number): number | null {
  if (unitCount < fewestUnits(design)) return null;
  const excess = (lift: number): number => marginOf(design, { lift, unitCount });
  for (let low = LEAST_LIFT; low < LARGEST_LIFT; low *= 2) {
    const high = Math.min(2 * low, largestLift(design));
    if (excess(high) >= 0) return excess(low) >= 0 ? low : findRoot(excess, [low, high], 1e-12);
    if (high < 2 * low) return null;
  }
  return null;
}

/** Units of both arms for a relative lift. @param lift > 0 @throws StatisticInputError where none would do, or no proportion is so large */
export function requiredUnits(design: ExperimentDesign, lift: number): number {
  if (lift > largestLift(design))
    throw new StatisticInputError(`a lift of ${lift} on ${design.mean} is no proportion any more`);
  const isShown = (unitCount: number): boolean => marginOf(design, { lift, unitCount }) >= 0;
  let [low, high] = [fewestUnits(design) - 1, MOST_UNITS];
  if (!isShown(high)) throw new StatisticInputError(`a lift of ${lift} takes more than ${MOST_UNITS} units`);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isShown(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Of both arms, so that neither has too few to be compared. */
function fewestUnits({ shares }: ExperimentDesign): number {
  return Math.ceil(FEWEST_UNITS / Math.min(...shares));
}

/** A lift in a test of so many units. */
interface PlannedLift {
  readonly lift: number;
  readonly unitCount: number;
}

/** By how much the expected statistic is beyond what shows with the power asked for. */
function marginOf(design: ExperimentDesign, planned: PlannedLift): number {
  const { mean, method, alpha, comparisonCount, power } = design;
  const effectAt = effectsOf(design, planned.unitCount);
  const means = [mean, mean + planned.lift * Math.abs(mean)] as const;
  const effect = effectAt(means);
  const critical = method.criticalValue(effect, alpha / comparisonCount);
  const spread = statisticSpread(design, means, planned.unitCount);
  return effect.effect / effect.standardError - critical - normalQuantile(power) * spread;
}

type Means = readonly [control: number, treatment: number];

/** √(Σ (∂t/∂mean)² var(mean)): the statistic varies with both means, in its effect and in its standard error. */
function statisticSpread(design: ExperimentDesign, [c, t]: Means, unitCount: number): number {
  const { varianceAt, shares, varianceDropFraction } = design;
  const effectAt = effectsOf(design, unitCount);
  const statisticAt = (means: Means): number => {
    const { effect, standardError } = effectAt(means);
    return effect / standardError;
  };
  const step = STEP * (t - c);
  const slopes = [
    (statisticAt([c + step, t]) - statisticAt([c - step, t])) / (2 * step),
    (statisticAt([c, t + step]) - statisticAt([c, t - step])) / (2 * step),
  ];
  const variances = [c, t].map(
    (at, i) => (varianceAt(at) * (1 - varianceDropFraction)) / (unitCount * shares[i]),
  );
  return Math.sqrt(slopes[0] ** 2 * variances[0] + slopes[1] ** 2 * variances[1]);
}

/** What `effectOf` finds in a test of so many units whose arms have these means. */
function effectsOf(
  { varianceAt, isRelative, shares, varianceDropFraction }: ExperimentDesign,
  unitCount: number,
): (means: Means) => Effect {
  return ([controlMean, treatmentMean]) => {
    const scale = (1 - varianceDropFraction) / (isRelative ? controlMean ** 2 : 1);
    const carry = isRelative ? (treatmentMean / controlMean) ** 2 : 1;
    const control = { n: unitCount * shares[0], variance: varianceAt(controlMean) * carry * scale };
    const treatment = { n: unitCount * shares[1], variance: Math.max(0, varianceAt(treatmentMean)) * scale };
    return {
      effect: (treatmentMean - controlMean) / (isRelative ? Math.abs(controlMean) : 1),
      standardError: Math.sqrt(control.variance / control.n + treatment.variance / treatment.n),
      degreesOfFreedom: welchDegreesOfFreedom(control, treatment),
      ...{ sampleCount: unitCount, unitVariance: control.variance + treatment.variance },
    };
  };
}

/** Beyond it there is no such mean. */
function largestLift({ mean, varianceAt }: ExperimentDesign): number {
  const isThere = (lift: number): boolean => varianceAt(mean + lift * Math.abs(mean)) >= 0;
  if (isThere(BEYOND_ALL_LIFTS)) return Infinity;
  let [low, high] = [0, BEYOND_ALL_LIFTS];
  for (let i = 0; i < 120; i++) {
    const middle = (low + high) / 2;
    if (isThere(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** @throws StatisticInputError naming the number that is out of range */
export function checkExperimentDesign(design: ExperimentDesign): void {
  const must = (isFine: boolean, detail: string): void => {
    if (!isFine) throw new StatisticInputError(detail);
  };
  const isFraction = (x: number): boolean => x > 0 && x < 1;
  must(Number.isFinite(design.mean) && design.mean !== 0, `mean is ${design.mean}, must not be 0`);
  const variance = design.varianceAt(design.mean);
  must(variance > 0, `variance is ${variance}, must be > 0`);
  must(design.shares.every(isFraction), `shares are ${design.shares.join(', ')}, must be in (0, 1)`);
  must(isFraction(design.alpha), `alpha is ${design.alpha}, must be in (0, 1)`);
  must(isFraction(design.power), `power is ${design.power}, must be in (0, 1)`);
  const drop = design.varianceDropFraction;
  must(drop >= 0 && drop < 1, `variance drop is ${drop}, must be in [0, 1)`);
}

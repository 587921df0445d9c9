import { normalQuantile } from '../distributions/normal-quantile';
import { StatisticInputError } from '../errors';
import { findRoot } from '../numeric/find-root';

/** A comparison of two groups' proportions, as planned. */
export interface ProportionDesign {
  /** Proportion of the control group, in (0, 1). */
  readonly baseRate: number;
  /** Of all units, in (0, 1); the rest is in the control group. */
  readonly treatmentShare: number;
  /** Two-sided level, in (0, 1). */
  readonly alpha: number;
  /** In (0, 1). */
  readonly power: number;
}

/** Half of the units in each group, level 5%, power 80%. */
export const EVEN_PROPORTIONS = { treatmentShare: 0.5, alpha: 0.05, power: 0.8 } as const;

/**
 * Units of both groups together that show a relative lift with the power asked for, by the two-proportion z test with the pooled error under
 * the null: `N = (z_{1−α/2} √(p̄q̄ (1/s + 1/(1−s))) + z_power √(pₜqₜ/s + p꜀q꜀/(1−s)))² / (pₜ − p꜀)²`, s the treatment's share. Not rounded.
 * Source: Fleiss, Levin and Paik, "Statistical methods for rates and proportions" (3rd edition 2003), equations 4.14 and 4.18, without
 * correction for continuity; R's `power.prop.test` is the case s = ½.
 * @param lift > 0, relative to the base rate
 * @throws StatisticInputError naming the number that is out of range, or where the lifted rate is 1 or more
 */
export function proportionUnits(design: ProportionDesign, lift: number): number {
  check(design, lift);
  const { baseRate, treatmentShare: s, alpha, power } = design;
  const lifted = baseRate * (1 + lift);
  const mean = s * lifted + (1 - s) * baseRate;
  const underNull = mean * (1 - mean) * (1 / s + 1 / (1 - s));
  const underLift = (lifted * (1 - lifted)) / s + (baseRate * (1 - baseRate)) / (1 - s);
  const reach = normalQuantile(1 - alpha / 2) * Math.sqrt(underNull);
  return ((reach + normalQuantile(power) * Math.sqrt(underLift)) / (lifted - baseRate)) ** 2;
}

/** Units of each of two equal groups, rounded up. @param lift > 0, relative @throws StatisticInputError as `proportionUnits` */
export function unitsPerArm(design: Omit<ProportionDesign, 'treatmentShare'>, lift: number): number {
  return Math.ceil(proportionUnits({ ...design, treatmentShare: 0.5 }, lift) / 2);
}

/**
 * Smallest relative lift that so many units of both groups show with the power asked for.
 * @returns null where even a rate of 1 would not be shown
 */
export function detectableProportionLift(design: ProportionDesign, unitCount: number): number | null {
  const most = (1 / design.baseRate - 1) * (1 - 1e-9);
  const excess = (logLift: number): number =>
    Math.log(proportionUnits(design, Math.exp(logLift)) / unitCount);
  if (!(excess(Math.log(most)) <= 0)) return null;
  return Math.exp(findRoot(excess, [Math.log(1e-7), Math.log(most)], 1e-10));
}

function check({ baseRate, treatmentShare, alpha, power }: ProportionDesign, lift: number): void {
  const fractions = { 'base rate': baseRate, 'treatment share': treatmentShare, alpha, power };
  for (const [name, value] of Object.entries(fractions))
    if (!(value > 0 && value < 1)) throw new StatisticInputError(`${name} is ${value}, must be in (0, 1)`);
  if (!(lift > 0)) throw new StatisticInputError(`lift is ${lift}, must be above 0`);
  if (!(baseRate * (1 + lift) < 1))
    throw new StatisticInputError(`a lift of ${lift} on ${baseRate} is no proportion any more`);
}

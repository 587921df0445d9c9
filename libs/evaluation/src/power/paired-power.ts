import { normalQuantile } from '../distributions/normal-quantile';
import { StatisticInputError } from '../errors';

const POWER = 0.8;

/** A comparison of two deterministic policies on a uniform log. */
export interface PairedDesign {
  /** K, artworks a title, > 1; their mean where titles differ. */
  readonly actionCount: number;
  /** p, mean reward, in (0, 1). */
  readonly baseRate: number;
  /** d, share of decisions on which the policies differ, in (0, 1]. */
  readonly disagreement: number;
  /** Two-sided level, in (0, 1). */
  readonly alpha: number;
}

/** Relative standard error of the paired IPS difference, `√(2 d K p / n) / p`. @param sampleCount n ≥ 1 */
export function relativeStandardError(
  { actionCount, baseRate, disagreement }: PairedDesign,
  sampleCount: number,
): number {
  return Math.sqrt((2 * disagreement * actionCount * baseRate) / sampleCount) / baseRate;
}

/** Standard errors that an effect must have to be shown with 80% power. @param alpha two-sided level, in (0, 1) */
export function detectableInErrors(alpha: number): number {
  return normalQuantile(1 - alpha / 2) + normalQuantile(POWER);
}

/** Smallest relative lift that is shown with 80% power. */
export function minimumDetectableEffect(design: PairedDesign, sampleCount: number): number {
  return detectableInErrors(design.alpha) * relativeStandardError(design, sampleCount);
}

/** Decisions needed to show a relative lift with 80% power, rounded up. @param lift > 0 */
export function requiredSampleCount(design: PairedDesign, lift: number): number {
  const oneRowError = relativeStandardError(design, 1);
  return Math.ceil(((detectableInErrors(design.alpha) * oneRowError) / lift) ** 2);
}

/** @throws StatisticInputError naming the number that is out of range */
export function checkDesign({ actionCount, baseRate, disagreement, alpha }: PairedDesign): void {
  const must = (isFine: boolean, detail: string): void => {
    if (!isFine) throw new StatisticInputError(detail);
  };
  must(actionCount > 1 && Number.isFinite(actionCount), `actions is ${actionCount}, must be above 1`);
  must(baseRate > 0 && baseRate < 1, `base rate is ${baseRate}, must be in (0, 1)`);
  must(disagreement > 0 && disagreement <= 1, `disagreement is ${disagreement}, must be in (0, 1]`);
  must(alpha > 0 && alpha < 1, `alpha is ${alpha}, must be in (0, 1)`);
}

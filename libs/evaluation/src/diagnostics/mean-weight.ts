import { studentQuantile } from '../distributions/student-quantile';
import { deltaMethod } from '../estimate/delta-method';
import { valueOf } from '../estimate/functional';
import { likelihoodInterval } from '../estimate/likelihood-interval';
import { termKey, type LogSums, type PolicyRole } from '../estimate/log-sums';
import { meanOf } from '../estimators/mean-of';
import { WEIGHT } from '../estimators/terms';
import { WARNING_LIMITS } from './warning-limits';

/** What true propensities make of the mean weight, whatever was drawn. */
export interface ExpectedWeight {
  /** The policy's probability on actions that the log could show, a decision; 1 with full support. */
  readonly mean: number;
  /** `√(Σ_rows (Σ_a π(a)² / π₀(a) − mean²)) / n`: how far chance moves the mean. */
  readonly standardError: number;
}

/** What the mean weight is judged by. */
export interface MeanWeightFacts {
  readonly role: PolicyRole;
  /** Null: the policy or the candidates' propensities are not known whole. */
  readonly expected: ExpectedWeight | null;
  readonly tail: WeightTail;
}

/** What heavy weights there may be. */
export interface WeightTail {
  /** The heaviest that was drawn. */
  readonly maxWeight: number;
  /** See `paretoK`. */
  readonly paretoK: number | null;
  /** The heaviest that could have been drawn, as far as the log knows: largest probability by least propensity. */
  readonly possibleWeight: number;
}

const MEAN_WEIGHT = meanOf('ips', [WEIGHT]);
/** Two-sided chance of more than three standard errors. */
const THREE_ERRORS_TAIL = 0.0026997960632601866;

/**
 * How far the mean weight is from where true propensities put it, in standard errors; beyond ±3 propensities cannot be true.
 *
 * The error is not the sample's alone. Where few rows are heavy and, by chance, fewer of them were drawn, both the mean and the sample's
 * error are too small, and a sound log looks broken. With candidates' propensities the true variance is known, and the larger of both is
 * taken (the sample's where members' rows hang together or heavy rows came up too often). Otherwise the error is a third of the way that
 * three errors go by empirical likelihood (`likelihoodInterval`), with one more row of the heaviest weight, or, where the tail is so heavy
 * (Pareto k ≥ .7) that heavier ones may not have been drawn, of the heaviest possible.
 * @returns null where nothing varies
 */
export function meanWeightZ(sums: LogSums, { role, expected, tail }: MeanWeightFacts): number | null {
  const point = deltaMethod(sums, valueOf(MEAN_WEIGHT, role));
  if (!point || point.standardError === null) return null;
  const gap = point.value - (expected?.mean ?? 1);
  if (point.standardError === 0 && gap === 0) return null;
  const error = expected
    ? Math.max(point.standardError, expected.standardError)
    : likelyError(sums, { role, heaviest: heaviestOf(tail), isBelow: gap < 0 });
  return error > 0 ? gap / error : null;
}

function heaviestOf({ maxWeight, paretoK, possibleWeight }: WeightTail): number {
  return (paretoK ?? 0) < WARNING_LIMITS.mostParetoK ? maxWeight : Math.max(maxWeight, possibleWeight);
}

function likelyError(
  sums: LogSums,
  { role, heaviest, isBelow }: { role: PolicyRole; heaviest: number; isBelow: boolean },
): number {
  const key = termKey(role, WEIGHT);
  const extremes = { count: 2, sums: new Map([[key, Float64Array.of(0, heaviest)]]) };
  const mean = valueOf(MEAN_WEIGHT, role);
  const point = deltaMethod(sums, mean);
  const t = studentQuantile(1 - THREE_ERRORS_TAIL / 2, point?.degreesOfFreedom ?? 1);
  const interval = likelihoodInterval({ ...sums, extremes }, mean, t ** 2);
  if (!point || !interval) return 0;
  const reach = isBelow ? interval[1] - point.value : point.value - interval[0];
  return reach / WARNING_LIMITS.mostZ;
}

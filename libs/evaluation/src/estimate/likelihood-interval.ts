import { columnOf, total } from './delta-method';
import type { Functional } from './functional';
import type { LogSums } from './log-sums';
import type { Interval } from './percentile-interval';
import { tiltOf, type Tilt } from './tilt';

/** Linearised anew so often at most; each time gains two digits or more where many members agree. */
const MOST_ROUNDS = 50;
/** Of the distance from the estimate to the end. */
const PRECISION = 1e-7;
/** Parts of the way that are tried: the whole, halves of it. */
const STEPS = Array.from({ length: 10 }, (_, i) => 2 ** -i);

/**
 * The least and the largest value that a functional takes over all ways to weigh members anew under which the log is not much less likely
 * than it is as it stands: `−2 Σ_u ln(U p_u) ≤ radius`. Members that were not seen may be given weight, too: those of `LogSums.extremes`, a
 * decision with the heaviest weight of the log and the least or the largest reward, so that a log in which each of three heavy rows was
 * rewarded does not look as if they always were. Follows the skew of few heavy weights, which ± t standard errors cannot, and never leaves
 * what is possible (a value by SNIPS lies between the rewards' ends). For many light rows it is the delta method's interval.
 *
 * Each end maximises a functional of means over a convex set, which is found by linearising it at the means of the last round and going
 * towards the best of the set (Frank & Wolfe, 1956); the first step is the last for a linear functional and members of equal size.
 * Source: Owen, Empirical likelihood, 2001, chapters 2 and 3; bounds of unseen rows by the support of weights and rewards: Karampatziakis,
 * Langford & Mineiro, Empirical likelihood for contextual bandits, NeurIPS 2020.
 * @param radius > 0: the squared quantile of how far chance goes, e.g. 1.96² for 95% and many equal members
 * @returns null where the functional is not defined at an end
 */
export function likelihoodInterval(sums: LogSums, functional: Functional, radius: number): Interval | null {
  const { extremes, rowCounts } = sums;
  const members = { columns: functional.keys.map((key) => columnOf(sums, key)), rowCounts };
  const unseen = {
    columns: functional.keys.map((key) => columnOf(extremes, key)),
    rowCounts: new Float64Array(extremes.count).fill(1),
  };
  const ends = ([-1, 1] as const).map((side) => endOf({ functional, members, unseen, radius, side }));
  return ends.every(Number.isFinite) ? [ends[0], ends[1]] : null;
}

/** Sums of members, or of those that were not seen. */
interface Columns {
  /** Aligned with the functional's keys. */
  readonly columns: readonly Float64Array[];
  readonly rowCounts: Float64Array;
}

interface End {
  readonly functional: Functional;
  readonly members: Columns;
  readonly unseen: Columns;
  readonly radius: number;
  /** −1: the lower end. */
  readonly side: -1 | 1;
}

function endOf({ functional, members, unseen, radius, side }: End): number {
  const valueAt = (point: Weighted): number => functional.value(meansOf(point));
  let point: Weighted = {
    sums: members.columns.map((column) => total(column) / column.length),
    rowCount: total(members.rowCounts) / members.rowCounts.length,
  };
  const start = valueAt(point);
  let [value, inverse] = [start, 0];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const means = meansOf(point);
    const slopes = functional.gradient(means).map((slope) => side * slope);
    const unseenScores = influences(unseen, slopes, means);
    const tilt = tiltOf(influences(members, slopes, means), { unseenScores, radius, start: inverse });
    inverse = tilt.inverse;
    const next = furthest({ from: point, to: weightedBy(tilt, members, unseen), side, valueAt });
    if (next === null) return NaN;
    const gain = side * (next.value - value);
    if (gain > 0) [point, value] = [next.point, next.value];
    if (!(gain > PRECISION * Math.abs(value - start))) break;
  }
  return value;
}

/** Mean sums and rows of members under some weights. */
interface Weighted {
  /** Aligned with the functional's keys. */
  readonly sums: readonly number[];
  readonly rowCount: number;
}

function meansOf({ sums, rowCount }: Weighted): number[] {
  return sums.map((sum) => sum / rowCount);
}

interface Stretch {
  readonly from: Weighted;
  readonly to: Weighted;
  readonly side: -1 | 1;
  readonly valueAt: (point: Weighted) => number;
}

/**
 * The best of some points between two, all of them likely enough, since weights that are form a convex set: the whole step where the
 * functional is nearly linear.
 * @returns null: not defined on the way
 */
function furthest({ from, to, side, valueAt }: Stretch): { point: Weighted; value: number } | null {
  const points = STEPS.map((step): Weighted => {
    const between = (a: number, b: number): number => (step === 1 ? b : a + step * (b - a));
    return {
      sums: from.sums.map((sum, j) => between(sum, to.sums[j])),
      rowCount: between(from.rowCount, to.rowCount),
    };
  });
  const all = points.map((point) => ({ point, value: valueAt(point) }));
  if (!all.every(({ value }) => Number.isFinite(value))) return null;
  return all.reduce((best, one) => (side * one.value > side * best.value ? one : best));
}

/** `Σ_j slope_j (S_uj − mean_j n_u)` of each member. */
function influences(
  { columns, rowCounts }: Columns,
  slopes: readonly number[],
  means: readonly number[],
): Float64Array {
  const perRow = slopes.reduce((sum, slope, j) => sum + slope * means[j], 0);
  const scores = new Float64Array(rowCounts.length);
  for (let u = 0; u < scores.length; u++) {
    let score = -perRow * rowCounts[u];
    for (let j = 0; j < columns.length; j++) score += slopes[j] * columns[j][u];
    scores[u] = score;
  }
  return scores;
}

function weightedBy(
  { weights, unseenPlace, unseenWeight }: Tilt,
  members: Columns,
  unseen: Columns,
): Weighted {
  const mean = (column: Float64Array, other: Float64Array): number => {
    let sum = unseenWeight > 0 ? unseenWeight * other[unseenPlace] : 0;
    for (let u = 0; u < column.length; u++) sum += weights[u] * column[u];
    return sum;
  };
  return {
    sums: members.columns.map((column, j) => mean(column, unseen.columns[j])),
    rowCount: mean(members.rowCounts, unseen.rowCounts),
  };
}

import { columnOf, total } from './delta-method';
import type { Functional } from './functional';
import type { LogSums } from './log-sums';
import type { Interval } from './percentile-interval';
import { tiltOf, type Tilt } from './tilt';

/** Linearised anew so often at most; each time gains two digits or more. */
const MOST_ROUNDS = 25;
/** Of the distance from the estimate to the end. */
const PRECISION = 1e-7;

/**
 * The least and the largest value that a functional takes over all ways to weigh members anew under which the log is not much less likely
 * than it is as it stands: `−2 Σ_u ln(U p_u) ≤ radius`. Members that were not seen may be given weight, too: those of `LogSums.extremes`, a
 * decision with the heaviest weight of the log and the least or the largest reward, so that a log in which each of three heavy rows was
 * rewarded does not look as if they always were. Follows the skew of few heavy weights, which ± t standard errors cannot, and never leaves
 * what is possible (a value by SNIPS lies between the rewards' ends). For many light rows it is the delta method's interval.
 *
 * Each end maximises a functional of means, which is found by linearising it at the means of the last round (exact in one for a linear
 * functional and members of equal size).
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
  const rowCount = total(members.rowCounts);
  let means = members.columns.map((column) => total(column) / rowCount);
  const start = functional.value(means);
  let value = start;
  let inverse = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const slopes = functional.gradient(means).map((slope) => side * slope);
    const scores = influences(members, slopes, means);
    const unseenScores = influences(unseen, slopes, means);
    const tilt = tiltOf(scores, { unseenScores, radius, start: inverse });
    inverse = tilt.inverse;
    means = tiltedMeans({ members, unseen, tilt });
    const next = functional.value(means);
    if (!Number.isFinite(next)) return NaN;
    const isSettled = Math.abs(next - value) <= PRECISION * Math.abs(next - start);
    value = next;
    if (isSettled) break;
  }
  // Where nothing varies but by rounding, the estimate is the interval.
  return side * Math.max(side * value, side * start);
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

function tiltedMeans({ members, unseen, tilt }: { members: Columns; unseen: Columns; tilt: Tilt }): number[] {
  const { weights, unseenPlace, unseenWeight } = tilt;
  const weighted = (column: Float64Array, other: Float64Array): number => {
    let sum = unseenWeight > 0 ? unseenWeight * other[unseenPlace] : 0;
    for (let u = 0; u < column.length; u++) sum += weights[u] * column[u];
    return sum;
  };
  const rowCount = weighted(members.rowCounts, unseen.rowCounts);
  return members.columns.map((column, j) => weighted(column, unseen.columns[j]) / rowCount);
}

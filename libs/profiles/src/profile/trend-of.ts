import { posteriorOf, type Figure } from '../prior/posterior-of';
import { polarityVariance, type ProfilePrior } from '../prior/profile-prior';
import type { ProfiledReview } from '../reviews/profiled-review';
import { reliabilityOf } from '../reviews/reliability-of';
import { effectiveCount, meanOf, NO_SUMS, withValue, type WeightedSums } from '../sums/weighted-sums';

/** What was said in a stretch of time. */
export interface TrendPoint {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly count: number;
  /** Not decayed; drawn to the title's polarity as a whole where few spoke. */
  readonly polarity: Figure;
}

const DAY_MS = 86_400_000;
/** Monday, 1 January 2018. */
const WEEKS_FROM_MS = Date.UTC(2018, 0, 1);
/** Lengths of the stretches: the first that gives no more than `MOST_POINTS`. */
const LENGTHS_DAYS = [1, 7, 28, 91, 364];
const MOST_POINTS = 60;
/** A title's polarity of a week about that of all its time: standard deviation .2. */
const WEEK_VARIANCE = 0.04;

/** Polarity over time in stretches of a day, a week, or some weeks; stretches without reviews are left out. */
export function trendOf(
  reviews: readonly ProfiledReview[],
  prior: ProfilePrior,
  whole: number,
): TrendPoint[] {
  const counted = reviews.filter((review) => reliabilityOf(review) > 0);
  if (counted.length === 0) return [];
  const lengthMs = lengthOf(counted);
  const stretches = new Map<number, { count: number; sums: WeightedSums }>();
  for (const review of counted) {
    const at = Math.floor((review.createdAtMs - WEEKS_FROM_MS) / lengthMs);
    const { count, sums } = stretches.get(at) ?? { count: 0, sums: NO_SUMS };
    stretches.set(at, {
      count: count + 1,
      sums: withValue(sums, reliabilityOf(review), review.polarity),
    });
  }
  return [...stretches]
    .sort(([a], [b]) => a - b)
    .map(([at, { count, sums }]) => {
      const fromMs = WEEKS_FROM_MS + at * lengthMs;
      return { fromMs, untilMs: fromMs + lengthMs, count, polarity: polarityOf(sums, prior, whole) };
    });
}

function lengthOf(reviews: readonly ProfiledReview[]): number {
  let [oldest, newest] = [Infinity, -Infinity];
  for (const { createdAtMs } of reviews) {
    oldest = Math.min(oldest, createdAtMs);
    newest = Math.max(newest, createdAtMs);
  }
  const days = LENGTHS_DAYS.find((length) => newest - oldest <= length * DAY_MS * (MOST_POINTS - 1));
  return (days ?? LENGTHS_DAYS[LENGTHS_DAYS.length - 1]) * DAY_MS;
}

function polarityOf(sums: WeightedSums, { reviewVariance }: ProfilePrior, whole: number): Figure {
  const own =
    effectiveCount(sums) > 0
      ? { mean: meanOf(sums), variance: polarityVariance(sums, reviewVariance) }
      : null;
  const { value, raw, low, high } = posteriorOf(own, { mean: whole, variance: WEEK_VARIANCE }, [-1, 1]);
  return { value, raw, low, high };
}

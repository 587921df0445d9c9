import type { Interval } from './percentile-interval';

/** Below, a p-value is told as this: intervals so wide say nothing more of their tails. */
const LEAST = 1e-12;
/** Of ln p: halved so often, six digits stand. */
const STEP_COUNT = 24;

/**
 * Two-sided p-value of "the value is 0" as what intervals say: the smallest α whose interval does not hold 0. Whatever makes the intervals,
 * test and interval never contradict each other.
 * Valid where intervals with larger α lie within those with smaller. Source: Casella & Berger, Statistical inference, 9.2.1 (inverting a test).
 * @param intervalAt the interval that misses with probability α in (0, 1), finite ends; null: there is none, nor a p-value
 * @returns in [1e-12, 1], from above within 1e-6 of itself; null where there is no interval
 */
export async function pValueOfIntervals(
  intervalAt: (alpha: number) => Promise<Interval | null>,
): Promise<number | null> {
  const isShownAt = async (alpha: number): Promise<boolean | null> => {
    const interval = await intervalAt(alpha);
    return interval && (interval[0] > 0 || interval[1] < 0);
  };
  const atLeast = await isShownAt(LEAST);
  if (atLeast === null) return null;
  if (atLeast) return LEAST;
  let [hidden, shown] = [Math.log(LEAST), 0];
  for (let step = 0; step < STEP_COUNT; step++) {
    const middle = (hidden + shown) / 2;
    if (await isShownAt(Math.exp(middle))) shown = middle;
    else hidden = middle;
  }
  return Number(Math.exp(shown).toPrecision(6));
}

import { normalQuantile } from '../distributions/normal-quantile';
import { normalSurvival } from '../distributions/normal-survival';
import { findRoot } from '../numeric/find-root';
import { deltaMethod } from './delta-method';
import type { Functional } from './functional';
import { Intervals } from './intervals';
import type { LogSums } from './log-sums';
import type { Interval } from './percentile-interval';

/** Below, a p-value is told as this: intervals so wide say nothing more of their tails. */
const LEAST = 1e-12;
/** Of the normal quantile that goes with the p-value. */
const PRECISION = 1e-6;

/**
 * Two-sided p-value of "the value is 0" as what intervals say: the smallest α whose interval does not hold 0. Whatever makes the intervals,
 * test and interval never contradict each other. Sought by the normal quantile of α, in which an interval's end is nearly a straight line.
 * Valid where intervals with larger α lie within those with smaller. Source: Casella & Berger, Statistical inference, 9.2.1 (inverting a test).
 * @param value within all intervals
 * @param intervalAt the interval that misses with probability α in (0, 1), finite ends; null: there is none, nor a p-value
 * @returns in [1e-12, 1]; null where there is no interval
 */
export function pValueOfIntervals(
  value: number,
  intervalAt: (alpha: number) => Interval | null,
): number | null {
  if (value === 0) return intervalAt(0.5) && 1;
  const margin = (z: number): number => {
    if (z === 0) return Math.abs(value);
    const interval = intervalAt(2 * normalSurvival(z));
    if (!interval) return NaN;
    return value > 0 ? interval[0] : -interval[1];
  };
  const farthest = normalQuantile(1 - LEAST / 2);
  const last = margin(farthest);
  if (Number.isNaN(last)) return null;
  if (last > 0) return LEAST;
  const z = findRoot(margin, [0, farthest], PRECISION);
  return Number.isFinite(z) ? Number((2 * normalSurvival(z)).toPrecision(6)) : null;
}

/** That of a functional's intervals by empirical likelihood. @returns null where it has none, or does not vary */
export function pValueOf(sums: LogSums, functional: Functional): number | null {
  const point = deltaMethod(sums, functional);
  if (!point || point.standardError === 0) return null;
  const intervals = new Intervals(sums);
  return pValueOfIntervals(point.value, (alpha) => intervals.of(functional, point, alpha));
}

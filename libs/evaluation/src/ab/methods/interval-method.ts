import type { Effect } from '../effect';

/** Names of the ways to an interval. */
export const INTERVAL_METHODS = ['welch', 'asymptotic-cs', 'msprt', 'group-sequential'] as const;

/** How an interval was made. */
export type IntervalMethodName = (typeof INTERVAL_METHODS)[number];

/** An interval and a p-value that belong together: the interval leaves out 0 exactly when p < alpha. */
export interface IntervalMethod {
  readonly name: IntervalMethodName;
  /** Half the interval's width in standard errors, > 0. @param alpha two-sided level, in (0, 1) */
  criticalValue(effect: Effect, alpha: number): number;
  /** In [0, 1]. @param alpha the level that the method was tuned for */
  pValue(effect: Effect, alpha: number): number;
}

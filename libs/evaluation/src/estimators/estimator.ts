import type { RowTerm } from './row-term';

/** Names of the estimators. */
export const ESTIMATOR_NAMES = [
  'ips',
  'ips-clipped',
  'snips',
  'dm',
  'dr',
  'dr-clipped',
  'sndr',
  'switch-dr',
  'dr-os',
  'mips',
  'replay',
  'normalised-ips',
] as const;

/** One of the names. */
export type EstimatorName = (typeof ESTIMATOR_NAMES)[number];

/** Means of an estimator's terms, in their order. */
export type Means = ArrayLike<number> & Iterable<number>;

/** What an estimator needs beside weights and rewards. */
export type EstimatorNeed = 'reward-model' | 'facets' | 'candidates';

/**
 * The value of a policy as a smooth function of means of row terms. Value, standard error (delta method), bootstrap and differences
 * all follow from sums of the terms by member, whoever made them.
 */
export interface Estimator {
  readonly name: EstimatorName;
  readonly needs: readonly EstimatorNeed[];
  readonly terms: readonly RowTerm[];
  /** Importance weights, where it takes them unclipped: their unevenness tells how many rows an error rests on. */
  readonly unclippedWeight?: RowTerm;
  /** @param means `[terms.length]`, of each term over all rows @returns NaN where the estimator is not defined, e.g. all weights 0 */
  value(means: Means): number;
  /** Derivative of `value` by each mean. @returns `[terms.length]` */
  gradient(means: Means): readonly number[];
}

/** All terms that must be summed for the estimators and their intervals, each once. */
export function summedTerms(estimators: readonly Estimator[]): RowTerm[] {
  const all = estimators.flatMap(({ terms, unclippedWeight }) => [
    ...terms,
    ...(unclippedWeight ? [unclippedWeight] : []),
  ]);
  return [...new Map(all.map((term) => [term.sql, term])).values()];
}

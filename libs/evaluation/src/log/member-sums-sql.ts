import type { RowTerm } from '../estimators/row-term';

/** What is summed, and where it lies. */
export interface MemberSumsQuery {
  /**
   * A table or a query in brackets with the columns `user_id` (text) and, as doubles, those that terms read: `reward`, `propensity`,
   * `weight`, `prediction`, `expected_prediction`, `facet_weight`.
   */
  readonly relation: string;
  readonly terms: readonly RowTerm[];
}

/**
 * The sums by member that every estimate, error and bootstrap draw is made of, as standard SQL for a warehouse: columns `user_id`,
 * `row_count`, `sum_0`, `sum_1` … by term, in the order of ids. Numbers are summed as decimals with 18 places, so that neither the order of
 * rows nor the number of threads moves a digit; sums must stay below 10^20.
 */
export function memberSumsSql({ relation, terms }: MemberSumsQuery): string {
  const sums = terms.map(({ sql }, j) => `${exactSum(sql)} as sum_${j}`);
  return `select user_id, cast(count(*) as double precision) as row_count, ${sums.join(', ')} from ${relation} as rows_of_log group by user_id order by user_id`;
}

/** The sum of a double expression, the same whatever the order of rows. */
export function exactSum(sql: string): string {
  return `cast(sum(cast(${sql} as decimal(38, 18))) as double precision)`;
}

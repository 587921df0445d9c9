import { exactSum } from '../../log/member-sums-sql';
import type { MetricType } from '../arm-sums';

/** What is summed, and where it lies. */
export interface ArmSumsQuery {
  /**
   * A table or a query in brackets with the columns `arm` and `member` (text) and, as doubles, `y`, `d` and `x`: metric, denominator (1 where
   * there is none) and covariate (0 where there is none) of a row; x is the same in all rows of a member.
   */
  readonly relation: string;
  readonly type: Exclude<MetricType, 'quantile'>;
  /** Members' totals above this quantile of all arms together are cut down to it (winsorised), in (0, 1); means only. */
  readonly winsoriseAt?: number;
}

/** Columns of the answer, in the names of `ArmSums`, beside `arm`. */
const SUMS = {
  n: 'cast(count(*) as double precision)',
  sum: exactSum('y'),
  sumSquares: exactSum('y * y'),
  denominatorSum: exactSum('d'),
  denominatorSumSquares: exactSum('d * d'),
  crossSum: exactSum('y * d'),
  covariateSum: exactSum('x'),
  covariateSumSquares: exactSum('x * x'),
  covariateCrossSum: exactSum('y * x'),
  denominatorCovariateCrossSum: exactSum('d * x'),
} as const;

/**
 * An arm's sums over members as standard SQL for a warehouse, a row an arm, in the order of names. Sums by member come first, since members
 * are what was randomised. Exact decimals: the order of rows changes no digit.
 */
export function armSumsSql({ relation, type, winsoriseAt }: ArmSumsQuery): string {
  const total = type === 'proportion' ? 'max(case when y > 0 then 1.0 else 0.0 end)' : exactSum('y');
  const members = `members as (select arm, member, ${total} as total, ${exactSum('d')} as d, max(x) as x from ${relation} as rows_of_test group by arm, member)`;
  const limit =
    winsoriseAt === undefined
      ? 'total'
      : `least(total, (select percentile_cont(${winsoriseAt}) within group (order by total) from members))`;
  const capped = `capped as (select arm, cast(${limit} as double precision) as y, d, x from members)`;
  const sums = Object.entries(SUMS).map(([name, sql]) => `${sql} as "${name}"`);
  return `with ${members}, ${capped} select arm, ${sums.join(', ')} from capped group by arm order by arm`;
}

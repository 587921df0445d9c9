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

const COLUMNS = ['y', 'd', 'x'] as const;

type Column = (typeof COLUMNS)[number];

/** Larger values are divided by a power of ten before they are squared: sums must stay below 10^20. */
const LARGEST = 1000;

/** SQL: that power of ten, 1 for ordinary values. */
function unitOf(column: Column): string {
  const most = `max(abs(${column}))`;
  const power = `power(10.0, ceil(log10(${most})) - ${Math.log10(LARGEST)})`;
  return `cast(case when ${most} > ${LARGEST} then ${power} else 1.0 end as double precision)`;
}

/** SQL: sum of a product of columns, in their own unit again. */
function sumOf(...columns: readonly Column[]): string {
  const units = columns.map((column) => `max(${column}_unit)`);
  return [exactSum(columns.join(' * ')), ...units].join(' * ');
}

/** Columns of the answer, in the names of `ArmSums`, beside `arm`. */
const SUMS = {
  n: 'cast(count(*) as double precision)',
  ...{ sum: sumOf('y'), sumSquares: sumOf('y', 'y') },
  ...{ denominatorSum: sumOf('d'), denominatorSumSquares: sumOf('d', 'd'), crossSum: sumOf('y', 'd') },
  ...{ covariateSum: sumOf('x'), covariateSumSquares: sumOf('x', 'x'), covariateCrossSum: sumOf('y', 'x') },
  denominatorCovariateCrossSum: sumOf('d', 'x'),
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
  const units = `units as (select ${COLUMNS.map((column) => `${unitOf(column)} as ${column}_unit`).join(', ')} from capped)`;
  const scaled = COLUMNS.map((column) => `${column} / ${column}_unit as ${column}, ${column}_unit`);
  const rows = `scaled as (select arm, ${scaled.join(', ')} from capped, units)`;
  return `with ${members}, ${capped}, ${units}, ${rows} select arm, ${sums.join(', ')} from scaled group by arm order by arm`;
}

import { exactSum } from '../../log/member-sums-sql';

/** Standard normal quantile at .975: the limits of ranks are always those of 95%. */
const REACH = 1.959963984540054;

/**
 * An arm's quantile over events with the order statistics around it, and members' counts at or below it, as standard SQL: a row an arm.
 * Columns `arm`, `n`, `value`, `lower`, `upper`, `sum`, `sumSquares`, `denominatorSum`, `denominatorSumSquares`, `crossSum`.
 * @param relation a table or a query in brackets with `arm`, `member` (text) and `y` (double), a row an event
 * @param level in (0, 1)
 */
export function armQuantilesSql(relation: string, level: number): string {
  const reach = `${REACH} * sqrt(${level * (1 - level)} * size)`;
  const at = (rank: string): string => `max(case when place = greatest(1, least(size, ${rank})) then y end)`;
  return [
    `with ranked as (select arm, member, y, row_number() over (partition by arm order by y) as place, count(*) over (partition by arm) as size from ${relation} as rows_of_test)`,
    `, cuts as (select arm, percentile_cont(${level}) within group (order by y) as value, ${at(`floor(${level} * size - ${reach})`)} as lower, ${at(`ceil(${level} * size + ${reach})`)} as upper from ranked group by arm)`,
    `, members as (select ranked.arm, member, cast(sum(case when y <= value then 1 else 0 end) as double precision) as y, cast(count(*) as double precision) as d from ranked join cuts on cuts.arm = ranked.arm group by ranked.arm, member)`,
    `, sums as (select arm, cast(count(*) as double precision) as n, ${exactSum('y')} as "sum", ${exactSum('y * y')} as "sumSquares", ${exactSum('d')} as "denominatorSum", ${exactSum('d * d')} as "denominatorSumSquares", ${exactSum('y * d')} as "crossSum" from members group by arm)`,
    ` select sums.*, cast(value as double precision) as "value", cast(lower as double precision) as "lower", cast(upper as double precision) as "upper" from sums join cuts on cuts.arm = sums.arm order by sums.arm`,
  ].join('');
}

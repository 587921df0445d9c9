import { wilsonInterval, type CandidateRange, type Interval, type PolicyRole } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import { CANDIDATE_RANGES } from './candidate-ranges';

/** What is counted of some decisions. */
export interface StratumCounts {
  /** null: all decisions. */
  readonly range: CandidateRange | null;
  readonly candidates: CandidateRange;
  readonly sampleCount: number;
  readonly memberCount: number;
  readonly rewardedRowCount: Readonly<Record<PolicyRole, number>>;
  /** See `MatchStratum`. */
  readonly effectiveRewardedCount: Readonly<Record<PolicyRole, number>>;
  /** Wilson's bounds of what a policy earns a decision where no rewarded row has its weight; null: rewards are not 0 and 1. */
  readonly noRewardBound: Readonly<Record<PolicyRole, Interval | null>>;
}

interface Counted {
  /** Place in `CANDIDATE_RANGES`; null: all. */
  readonly stratum: number | null;
  readonly sampleCount: number;
  readonly memberCount: number;
  readonly fewest: number;
  readonly most: number;
  readonly isBinary: boolean;
  readonly target: number;
  readonly baseline: number;
  readonly targetWorth: number;
  readonly baselineWorth: number;
  readonly targetSize: number;
  readonly baselineSize: number;
}

/** Counts of the table `judged`: first of all decisions, then by number of candidates, fewest first. */
export async function readStratumCounts(analysis: Analysis): Promise<StratumCounts[]> {
  const cases = CANDIDATE_RANGES.map(({ to }, i) =>
    to === Infinity ? `ELSE ${i}` : `WHEN candidate_count <= ${to} THEN ${i}`,
  );
  const ofRole = (role: PolicyRole): string =>
    [
      `(count(*) FILTER (${role}_weight > 0 AND reward <> 0))::DOUBLE AS ${role}`,
      `${sizeSql(`${role}_weight * abs(reward)`)} AS "${role}Worth"`,
      `${sizeSql(`${role}_weight`)} AS "${role}Size"`,
    ].join(', ');
  const counted = await analysis.rows<Counted>(
    `SELECT stratum::DOUBLE AS stratum, count(*)::DOUBLE AS "sampleCount", count(DISTINCT user_id)::DOUBLE AS "memberCount", min(candidate_count) AS fewest, max(candidate_count) AS most, bool_and(reward IN (0, 1)) AS "isBinary", ${ofRole('target')}, ${ofRole('baseline')} FROM (SELECT *, CASE ${cases.join(' ')} END AS stratum FROM judged) GROUP BY GROUPING SETS ((stratum), ()) ORDER BY stratum NULLS FIRST`,
  );
  return counted.map(countsOf);
}

/** SQL of an effective number, (Σ x)² / Σ x². @param sql ≥ 0 */
function sizeSql(sql: string): string {
  return `coalesce(sum(${sql}) ** 2 / nullif(sum((${sql}) ** 2), 0), 0)`;
}

function countsOf({ stratum, sampleCount, memberCount, target, baseline, ...row }: Counted): StratumCounts {
  const bound = (size: number): Interval | null =>
    row.isBinary ? wilsonInterval(0, Math.floor(round(size))) : null;
  return {
    range: stratum === null ? null : CANDIDATE_RANGES[stratum],
    candidates: { from: row.fewest, to: row.most },
    ...{ sampleCount, memberCount, rewardedRowCount: { target, baseline } },
    effectiveRewardedCount: { target: round(row.targetWorth), baseline: round(row.baselineWorth) },
    noRewardBound: { target: bound(row.targetSize), baseline: bound(row.baselineSize) },
  };
}

/** Sums of a parallel scan differ in their last digits from run to run. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

import type { Database } from './database';

/** Sums over the group's rewarded members: of each one's rewards R and number of rewarded decisions N. */
export interface RewardSums {
  readonly clusterCount: number;
  readonly count: number;
  readonly sum: number;
  readonly squaredSum: number;
  readonly squaredCount: number;
  readonly sumTimesCount: number;
}

/** What happened in one arm or slice. */
export interface ExposureRow {
  /** The arm, or the slice; null: in no slice. */
  readonly group: string | null;
  /** Members with an impression: exposure is the first one. */
  readonly exposedMemberCount: number;
  readonly decisionCount: number;
  readonly impressionCount: number;
  readonly rewards: RewardSums;
}

/** By member first: members are what was assigned, so they are what is counted. */
const countsOf = (group: string, condition: string): string => `
WITH decided AS (
  SELECT ${group} AS "group", d.member_id, r.reward,
    EXISTS (SELECT 1 FROM event e WHERE e.decision_id = d.id AND e.type = 'impression') AS is_shown
  FROM decision d LEFT JOIN reward r ON r.decision_id = d.id
  WHERE ${condition}
), by_member AS (
  SELECT "group", member_id, count(*) AS decisions, count(*) FILTER (WHERE is_shown) AS impressions,
    count(reward) AS n, coalesce(sum(reward), 0) AS r
  FROM decided GROUP BY "group", member_id
)
SELECT "group", (count(*) FILTER (WHERE impressions > 0))::int AS "exposedMemberCount",
  sum(decisions)::int AS "decisionCount", sum(impressions)::int AS "impressionCount",
  json_build_object(
    'clusterCount', count(*) FILTER (WHERE n > 0), 'count', sum(n), 'sum', sum(r), 'squaredSum', sum(r * r),
    'squaredCount', sum(n * n), 'sumTimesCount', sum(r * n)) AS rewards
FROM by_member GROUP BY "group" ORDER BY "group"`;

const OF_EXPERIMENT = countsOf('d.arm', 'd.experiment = $1');
/** Requests that name a policy and members who opted out were never dealt to slices. */
const OF_SLICES = countsOf(
  'd.slice',
  `d.assigned_by IN ('slice', 'experiment', 'default') AND d.decided_at >= $1`,
);

/** Who saw what, by arm or slice. Reads the log: for analysts, not for the serving path. */
export class ExposuresRepository {
  constructor(private readonly database: Database) {}

  /** By arm; arms nobody was decided for are not there. @param experiment its key with version, e.g. `llm-trial/2` */
  ofExperiment(experiment: string): Promise<ExposureRow[]> {
    return this.database.query<ExposureRow>({ text: OF_EXPERIMENT, values: [experiment] });
  }

  /** By slice, of the decisions since then; the group null holds the members of no slice. */
  ofSlices(since: Date): Promise<ExposureRow[]> {
    return this.database.query<ExposureRow>({ text: OF_SLICES, values: [since] });
  }
}

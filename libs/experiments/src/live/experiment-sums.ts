import type { Database } from '@keyart/db';
import { armSumsSql, type ArmSums, type NamedArm } from '@keyart/evaluation';
import type { LiveMetric } from './live-metrics';
import type { LiveRun } from './live-run';

/** Who was seen in an arm, and how far the arm's own policy served. */
export interface ArmExposure {
  readonly arm: string;
  /** Members with an impression. */
  readonly memberCount: number;
  readonly decisionCount: number;
  /** Share of decisions in which the arm's own tier failed and another one served, in [0, 1]. */
  readonly fallbackFraction: number;
}

/** Members that were first seen on a day. */
export interface NewMembers {
  /** Since the start, from 0. */
  readonly day: number;
  /** `[A]` in the order of the arms. */
  readonly counts: readonly number[];
}

/** An arm that nobody is in yet. */
const NOBODY: ArmSums = { n: 0, sum: 0, sumSquares: 0 };

/** Sums of an experiment's members, in the service's own database. Reads the log: for analysts, not for the serving path. */
export class ExperimentSums {
  constructor(private readonly database: Pick<Database, 'query'>) {}

  /** An arm's sums of a metric, in the order of the arms. */
  async ofMetric(run: LiveRun, metric: LiveMetric): Promise<NamedArm[]> {
    const { relation, type, isAdjusted } = metric;
    const rows = await this.database.query<ArmSums & { arm: string }>({
      text: armSumsSql({ relation, type }),
      values: valuesOf(run),
    });
    return run.arms.map(({ name }) => ({
      ...NOBODY,
      ...fieldsOf(
        rows.find(({ arm }) => arm === name),
        isAdjusted,
      ),
      name,
    }));
  }

  /** By arm; arms nobody was seen in have counts of 0. */
  async exposures(run: LiveRun): Promise<ArmExposure[]> {
    const rows = await this.database.query<ArmExposure>({ text: EXPOSURES, values: valuesOf(run) });
    const nobody = { memberCount: 0, decisionCount: 0, fallbackFraction: 0 };
    return run.arms.map(({ name: arm }) => rows.find((row) => row.arm === arm) ?? { arm, ...nobody });
  }

  /** Day by day; days without new members are left out. */
  async newMembers(run: LiveRun): Promise<NewMembers[]> {
    const rows = await this.database.query<{ day: number; arm: string; count: number }>({
      text: NEW_MEMBERS,
      values: valuesOf(run),
    });
    const days = [...new Set(rows.map(({ day }) => day))];
    const countOf = (day: number, name: string): number =>
      rows.find((row) => row.day === day && row.arm === name)?.count ?? 0;
    return days.map((day) => ({ day, counts: run.arms.map(({ name }) => countOf(day, name)) }));
  }

  /** Members seen in more than one arm, and all of them. */
  async multipleExposures({
    experiment,
  }: Pick<LiveRun, 'experiment'>): Promise<{ several: number; total: number }> {
    const [counts] = await this.database.query<{ several: number; total: number }>({
      text: `SELECT (count(*) FILTER (WHERE arms > 1))::int AS several, count(*)::int AS total FROM (
        SELECT count(DISTINCT arm) AS arms FROM decision WHERE experiment = $1 GROUP BY member_id) members`,
      values: [experiment],
    });
    return counts;
  }
}

/** $1 … $3 of all queries. */
function valuesOf({ experiment, startedAt, until }: LiveRun): unknown[] {
  return [experiment, startedAt, until ?? 'infinity'];
}

/** A ratio over one decision each needs its denominator; without adjustment the covariate means nothing. */
function fieldsOf(row: (ArmSums & { arm: string }) | undefined, isAdjusted: boolean): Partial<ArmSums> {
  if (!row) return {};
  const { n, sum, sumSquares, denominatorSum, denominatorSumSquares, crossSum } = row;
  const { covariateSum, covariateSumSquares, covariateCrossSum, denominatorCovariateCrossSum } = row;
  const own = { n, sum, sumSquares, denominatorSum, denominatorSumSquares, crossSum };
  const former = { covariateSum, covariateSumSquares, covariateCrossSum, denominatorCovariateCrossSum };
  return isAdjusted ? { ...own, ...former } : own;
}

const IMPRESSION = `EXISTS (SELECT 1 FROM event e WHERE e.decision_id = d.id AND e.type = 'impression')`;

/** $2 is looked at so that every query takes the same values. */
const RUN = `d.experiment = $1 AND d.decided_at >= $2::timestamptz AND d.decided_at < $3::timestamptz`;

const EXPOSURES = `SELECT d.arm, (count(DISTINCT d.member_id) FILTER (WHERE ${IMPRESSION}))::int AS "memberCount",
  count(*)::int AS "decisionCount",
  avg(CASE WHEN json_array_length(d.tier_failures) > 0 THEN 1.0 ELSE 0.0 END)::float8 AS "fallbackFraction"
FROM decision d WHERE ${RUN} GROUP BY d.arm`;

const NEW_MEMBERS = `SELECT day, arm, count(*)::int AS count FROM (
  SELECT d.arm, d.member_id, floor(extract(epoch FROM min(d.decided_at) - $2::timestamptz) / 86400)::int AS day
  FROM decision d WHERE ${RUN} AND ${IMPRESSION} GROUP BY d.arm, d.member_id
) first GROUP BY day, arm ORDER BY day, arm`;

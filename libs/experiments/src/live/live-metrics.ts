import type { GuardrailMetric } from '@keyart/contracts';
import type { MetricType } from '@keyart/evaluation';

/** Days before the start that a member's former rewards are counted over. */
const BEFORE = "interval '28 days'";

/** A metric of a running experiment, as rows in the service's database. */
export interface LiveMetric {
  readonly name: GuardrailMetric;
  readonly type: Exclude<MetricType, 'quantile'>;
  readonly better: 'higher' | 'lower';
  /** Goals are corrected together and may name a winner; others serve as guardrails only. */
  readonly isGoal: boolean;
  /** A query in brackets with `arm`, `member`, `y`, `d`, `x`; $1 is the experiment's key, $2 its start, $3 the end of what is looked at. */
  readonly relation: string;
  readonly isAdjusted: boolean;
}

/** Decisions that a policy made and whose window has closed; locked pictures were nobody's choice. */
const REWARDED = `SELECT d.arm, d.member_id AS member, r.reward
  FROM decision d JOIN reward r ON r.decision_id = d.id
  WHERE d.experiment = $1 AND d.decided_at < $3::timestamptz AND NOT d.is_locked`;

/** What each member had earned before the start, when nobody was in an arm: CUPED's covariate. */
const FORMER = `SELECT d.member_id AS member, sum(r.reward) AS x
  FROM decision d JOIN reward r ON r.decision_id = d.id
  WHERE d.decided_at < $2::timestamptz AND d.decided_at >= $2::timestamptz - ${BEFORE} AND NOT d.is_locked
    AND d.member_id IN (SELECT member_id FROM decision WHERE experiment = $1)
  GROUP BY d.member_id`;

const WITH_FORMER = `(SELECT now.arm, now.member, now.reward AS y, 1.0::float8 AS d, coalesce(former.x, 0) AS x
  FROM (${REWARDED}) now LEFT JOIN (${FORMER}) former ON former.member = now.member)`;

const REPORTS = `(SELECT d.arm, d.member_id AS member,
    max(CASE WHEN m.member_id IS NULL THEN 0.0 ELSE 1.0 END)::float8 AS y, 1.0::float8 AS d, 0.0::float8 AS x
  FROM decision d LEFT JOIN misleading_report m
    ON m.member_id = d.member_id AND m.title_id = d.title_id AND m.artwork_id = d.artwork_id AND m.reported_at >= $2::timestamptz
  WHERE d.experiment = $1 AND d.decided_at < $3::timestamptz AND NOT d.is_locked GROUP BY d.arm, d.member_id)`;

/** All metrics of a running experiment; the first is the one that decides. */
export const LIVE_METRICS: readonly LiveMetric[] = [
  {
    ...{ name: 'reward', type: 'ratio', better: 'higher', isGoal: true, isAdjusted: true },
    relation: WITH_FORMER,
  },
  {
    ...{ name: 'takers', type: 'proportion', better: 'higher', isGoal: true, isAdjusted: true },
    relation: WITH_FORMER,
  },
  {
    ...{ name: 'reports', type: 'proportion', better: 'lower', isGoal: false, isAdjusted: false },
    relation: REPORTS,
  },
];

import type { EventRecord, RewardRecord } from '@keyart/contracts';
import type { Database } from './database';
import { EVENT_COLUMNS } from './event-row';

/** Which decisions are ripe. */
export interface PendingQuery {
  /** Reward window after the impression, milliseconds. */
  readonly windowMs: number;
  /** Point in time the attribution speaks for; rewards are to be saved with `attributedAt` = `asOf`. */
  readonly asOf: Date;
  /** Most decisions returned. */
  readonly limit: number;
}

/** A rendered decision whose window has closed. */
export interface PendingDecision {
  readonly decisionId: string;
  /** Earliest impression. */
  readonly impressionAt: Date;
  /** All its events, impressions included, by time of occurrence. */
  readonly events: readonly EventRecord[];
  /** Moved by every event. */
  readonly revision: string;
}

/** A reward and what was judged. */
export interface AttributedReward extends RewardRecord {
  /** Revision of the pending decision; unset: everything received until `attributedAt` was seen. */
  readonly revision?: string;
}

type EventWire = Omit<EventRecord, 'occurredAt'> & { readonly occurredAt: string };
type PendingRow = Omit<PendingDecision, 'events'> & { readonly events: readonly EventWire[] };

const PENDING = `
SELECT r.decision_id AS "decisionId", r.impression_at AS "impressionAt", r.revision::text AS revision,
  (SELECT json_agg(to_json(o)) FROM (
    SELECT ${EVENT_COLUMNS} FROM event e WHERE e.decision_id = r.decision_id ORDER BY e.occurred_at, e.id
  ) o) AS events
FROM reward_due r
WHERE r.impression_at <= $1::timestamptz - $2::float8 * interval '1 millisecond' AND r.changed_at <= $1::timestamptz
ORDER BY r.impression_at, r.decision_id LIMIT $3`;

/** Sorted like the event batches sort, so that the two cannot deadlock. */
const SAVE = `
WITH input AS MATERIALIZED (
  SELECT DISTINCT ON ("decisionId") * FROM ROWS FROM (json_to_recordset($1::json) AS (
    "decisionId" uuid, reward float8, rung text, "ladderVersion" text, "attributedAt" timestamptz(3),
    revision bigint
  )) WITH ORDINALITY ORDER BY "decisionId", ordinality DESC
), done AS (
  SELECT r.decision_id FROM reward_due r JOIN input i ON i."decisionId" = r.decision_id
  WHERE r.changed_at <= i."attributedAt" AND r.revision = COALESCE(i.revision, r.revision)
  ORDER BY r.decision_id FOR UPDATE OF r
), cleared AS (
  DELETE FROM reward_due r USING done, input i
  WHERE r.decision_id = done.decision_id AND i."decisionId" = r.decision_id
    AND r.changed_at <= i."attributedAt" AND r.revision = COALESCE(i.revision, r.revision)
)
INSERT INTO reward (decision_id, reward, rung, ladder_version, attributed_at)
SELECT "decisionId", reward, rung, "ladderVersion", "attributedAt" FROM input ORDER BY "decisionId"
ON CONFLICT (decision_id) DO UPDATE SET
  reward = EXCLUDED.reward, rung = EXCLUDED.rung, ladder_version = EXCLUDED.ladder_version,
  attributed_at = EXCLUDED.attributed_at`;

/** Two ranges, since an index knows no "other than"; what is due already stays as it is. */
const MAKE_DUE = `
WITH outdated AS MATERIALIZED (
  SELECT r.decision_id FROM reward r
  WHERE (r.ladder_version < $1 OR r.ladder_version > $1)
    AND NOT EXISTS (SELECT FROM reward_due due WHERE due.decision_id = r.decision_id)
  LIMIT $3
)
INSERT INTO reward_due (decision_id, impression_at, changed_at)
SELECT o.decision_id, min(e.occurred_at), $2::timestamptz
FROM outdated o JOIN event e ON e.decision_id = o.decision_id AND e.type = 'impression'
GROUP BY o.decision_id ORDER BY o.decision_id
ON CONFLICT (decision_id) DO NOTHING
RETURNING decision_id`;

function pendingOf(row: PendingRow): PendingDecision {
  return {
    ...row,
    events: row.events.map((event) => ({ ...event, occurredAt: new Date(event.occurredAt) })),
  };
}

/** Rewards attributed to decisions, and the queue of those that are due. */
export class RewardsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Decisions with an impression whose window (impression + `windowMs` ≤ `asOf`) has closed and that have no reward,
   * or events received after their attribution; oldest impression first. Cost grows with what is due, not with the log.
   */
  async pendingDecisions({ windowMs, asOf, limit }: PendingQuery): Promise<PendingDecision[]> {
    const rows = await this.database.query<PendingRow>({ text: PENDING, values: [asOf, windowMs, limit] });
    return rows.map(pendingOf);
  }

  /**
   * Makes at most `limit` rewards of another ladder due again, as of `asOf`; returns how many. They keep their old reward
   * until `saveMany` brings the new one.
   */
  async makeDue(ladderVersion: string, asOf: Date, limit: number): Promise<number> {
    const rows = await this.database.query({ text: MAKE_DUE, values: [ladderVersion, asOf, limit] });
    return rows.length;
  }

  /**
   * Stores or replaces rewards, all or none. A decision is no longer pending unless events were received after its
   * `attributedAt`, or have moved its `revision`: clocks go back, and a batch may be written later than it was received.
   */
  async saveMany(rewards: readonly AttributedReward[]): Promise<void> {
    if (rewards.length === 0) return;
    await this.database.query({ text: SAVE, values: [JSON.stringify(rewards)] });
  }
}

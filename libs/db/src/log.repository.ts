import type { DecisionRecord, RewardRecord } from '@keyart/contracts';
import type { Database } from './database';
import { DECISION_COLUMNS } from './decision-row';

/** A rendered decision and what it earned. */
export interface LoggedDecision {
  readonly decision: DecisionRecord;
  readonly reward: RewardRecord;
}

/** Sizes of the log: served, of these rendered, of these with a closed reward window. */
export interface LogCounts {
  readonly decisions: number;
  readonly rendered: number;
  readonly attributed: number;
}

interface LoggedRow extends DecisionRecord {
  readonly reward: number;
  readonly rung: string;
  readonly ladderVersion: string;
  readonly attributedAt: Date;
}

interface Cursor {
  readonly decidedAt: Date | string;
  readonly decisionId: string;
}

const START: Cursor = { decidedAt: '-infinity', decisionId: '00000000-0000-0000-0000-000000000000' };

const PAGE = `
SELECT ${DECISION_COLUMNS}, r.reward, r.rung, r.ladder_version AS "ladderVersion", r.attributed_at AS "attributedAt"
FROM decision d JOIN reward r ON r.decision_id = d.id
WHERE (d.decided_at, d.id) > ($1::timestamptz, $2::uuid)
ORDER BY d.decided_at, d.id LIMIT $3`;

const COUNTS = `
SELECT (SELECT count(*)::int FROM decision) AS decisions,
  (SELECT count(DISTINCT decision_id)::int FROM event WHERE type = 'impression') AS rendered,
  (SELECT count(*)::int FROM reward) AS attributed`;

const FACETS = 'SELECT id AS "artworkId", facets FROM artwork';

function loggedOf({ reward, rung, ladderVersion, attributedAt, ...decision }: LoggedRow): LoggedDecision {
  const { decisionId } = decision;
  return { decision, reward: { decisionId, reward, rung, ladderVersion, attributedAt } };
}

/** The decision log as evaluation and training read it. */
export class LogRepository {
  constructor(private readonly database: Database) {}

  /**
   * Every rendered decision with a closed window, by time of decision, in batches of at most `batchSize`; memory stays
   * that of one batch. What is attributed while it runs may or may not be included.
   */
  async *stream(batchSize: number): AsyncGenerator<LoggedDecision[], void, undefined> {
    let cursor = START;
    for (;;) {
      const rows = await this.page(cursor, batchSize);
      if (rows.length > 0) yield rows.map(loggedOf);
      if (rows.length < batchSize) return;
      cursor = rows[rows.length - 1];
    }
  }

  /** Reads whole tables; for reports, not for the serving path. */
  async counts(): Promise<LogCounts> {
    const [row] = await this.database.query<LogCounts & Record<string, number>>({ text: COUNTS });
    return row;
  }

  /** Facet → strength in [0, 1] of every artwork, as the catalogue describes it now. */
  async facetsByArtwork(): Promise<Map<string, Readonly<Record<string, number>>>> {
    const rows = await this.database.query<{ artworkId: string; facets: Record<string, number> }>({
      text: FACETS,
    });
    return new Map(rows.map(({ artworkId, facets }) => [artworkId, facets]));
  }

  private page({ decidedAt, decisionId }: Cursor, limit: number): Promise<LoggedRow[]> {
    return this.database.query<LoggedRow>({
      name: 'log-page',
      text: PAGE,
      values: [decidedAt, decisionId, limit],
    });
  }
}

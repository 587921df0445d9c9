import type { DecisionRecord } from '@keyart/contracts';
import type { Database } from './database';
import { decisionBatch } from './decision-batch';
import { DECISION_COLUMNS, type DecisionRow } from './decision-row';
import { INSERT_DECISIONS } from './insert-decisions.statement';
import { isUuid } from './is-uuid';

/** The append-only record of choices. */
export class DecisionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores decisions and the sticky states they leave behind; durable once resolved, all or none.
   * Safe to repeat after a lost connection. Doubles are stored bit for bit (except that -0 in `candidates` becomes 0).
   * @throws DependencyError `DATABASE_UNAVAILABLE`, InputError `UNSTORABLE_TEXT`
   */
  async insertMany(records: readonly DecisionRecord[]): Promise<void> {
    if (records.length === 0) return;
    const { requests, decisions } = decisionBatch(records);
    const values = [requests, decisions];
    await this.database.query({ name: 'insert-decisions', text: INSERT_DECISIONS, values });
  }

  /** The full record; null for an unknown or malformed id. */
  async findById(decisionId: string): Promise<DecisionRecord | null> {
    if (!isUuid(decisionId)) return null;
    const rows = await this.database.query<DecisionRow>({
      name: 'find-decision',
      text: `SELECT ${DECISION_COLUMNS} FROM decision d WHERE d.id = $1`,
      values: [decisionId],
    });
    return rows[0] ?? null;
  }

  /** The full records that there are, in no order; unknown and malformed ids are left out. */
  async findMany(decisionIds: readonly string[]): Promise<DecisionRecord[]> {
    const ids = decisionIds.filter(isUuid);
    if (ids.length === 0) return [];
    return this.database.query<DecisionRow>({
      name: 'find-decisions',
      text: `SELECT ${DECISION_COLUMNS} FROM decision d WHERE d.id = ANY($1::uuid[])`,
      values: [ids],
    });
  }

  /** Time of the newest decision; null before the first. */
  async lastDecidedAt(): Promise<Date | null> {
    const rows = await this.database.query<{ at: Date | null }>({
      text: 'SELECT max(decided_at) AS at FROM decision',
    });
    return rows[0].at;
  }
}

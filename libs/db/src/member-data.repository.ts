import type { PoolClient } from 'pg';
import type { Database } from './database';
import { withDatabaseErrors } from './errors';
import { FOLLOWING_TABLES, MEMBER_TABLES, STEP_BACK_FROM_MEMBER, type MemberTable } from './member-tables';

/** Some rows of one table, each as JSON text. */
export interface MemberRows {
  readonly table: string;
  readonly rows: readonly string[];
}

/** Short locks, and little to do again when a statement is cut off. */
const ERASE_BATCH_COUNT = 2_000;
const EXPORT_BATCH_COUNT = 500;
/** A reader that stopped reading must not hold a snapshot for ever. */
const MOST_IDLE_MS = 60_000;

/** Queries whose first parameter is a member and whose rows are that member's, one a table. */
const SELECTIONS: readonly { readonly table: string; readonly query: string }[] = [
  ...MEMBER_TABLES.map(({ table, memberColumn }) => ({
    table,
    query: `SELECT * FROM ${table} WHERE ${memberColumn} = $1`,
  })),
  ...FOLLOWING_TABLES.map(({ table, foreignKey, follows }) => ({
    table,
    query: `SELECT f.* FROM ${table} f JOIN ${follows} m ON m.id = f.${foreignKey} WHERE m.member_id = $1`,
  })),
];

/** Everything that is kept of one member, whatever the table; see MEMBER_TABLES. */
export class MemberDataRepository {
  constructor(private readonly database: Database) {}

  /**
   * Erases the member's rows from every table, in batches; what hangs on them goes with them. Run again, it goes on.
   * @returns rows erased, by table; tables without any are left out
   */
  async erase(memberId: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of MEMBER_TABLES) {
      const count = await this.eraseFrom(table, memberId);
      if (count > 0) counts[table.table] = count;
    }
    await this.database.query({ text: STEP_BACK_FROM_MEMBER, values: [memberId] });
    return counts;
  }

  /** The member's rows as they are kept, of one snapshot; memory stays that of one batch. Ends early where nobody reads on. */
  async *stream(memberId: string): AsyncGenerator<MemberRows, void, undefined> {
    const client = await withDatabaseErrors(() => this.database.pool.connect());
    let isBroken = true;
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${MOST_IDLE_MS}`);
      for (const selection of SELECTIONS) yield* rowsOf(client, selection, memberId);
      isBroken = false;
    } finally {
      await client.query('ROLLBACK').catch(() => (isBroken = true));
      client.release(isBroken);
    }
  }

  private async eraseFrom({ table, memberColumn }: MemberTable, memberId: string): Promise<number> {
    const text = `WITH gone AS (
      DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM ${table} WHERE ${memberColumn} = $1 LIMIT ${ERASE_BATCH_COUNT} FOR UPDATE))
      RETURNING 1
    ) SELECT count(*)::int AS count FROM gone`;
    for (let total = 0; ;) {
      const [{ count }] = await this.database.query<{ count: number }>({ text, values: [memberId] });
      total += count;
      if (count < ERASE_BATCH_COUNT) return total;
    }
  }
}

async function* rowsOf(
  client: PoolClient,
  { table, query }: (typeof SELECTIONS)[number],
  memberId: string,
): AsyncGenerator<MemberRows, void, undefined> {
  const text = `DECLARE kept NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM (${query}) AS t`;
  await client.query({ text, values: [memberId] });
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${EXPORT_BATCH_COUNT} FROM kept`);
    yield { table, rows: rows.map(({ row }) => row) };
    if (rows.length < EXPORT_BATCH_COUNT) break;
  }
  await client.query('CLOSE kept');
}

import type { Database } from './database';
import type { ExpiringData, ExpiryLimits } from './expired-data';

/** Counts and deletes what has expired. */
export class ExpiredDataRepository {
  constructor(private readonly database: Database) {}

  /** How many rows have expired; reads the table. */
  async count({ table, limit, condition }: ExpiringData, limits: ExpiryLimits): Promise<number> {
    const text = `SELECT count(*)::int AS count FROM ${table} t WHERE ${condition}`;
    return this.counted(text, [limits[limit]]);
  }

  /** Deletes at most `batchCount` expired rows and what hangs on them; 0: none is left. */
  async deleteBatch(
    { table, limit, condition, deletion }: ExpiringData,
    limits: ExpiryLimits,
    batchCount: number,
  ): Promise<number> {
    const plainly = `WITH gone AS (
      DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
        SELECT t.ctid FROM ${table} t WHERE ${condition} LIMIT $2 FOR UPDATE SKIP LOCKED))
      RETURNING 1
    ) SELECT count(*)::int AS count FROM gone`;
    return this.counted(deletion ?? plainly, [limits[limit], batchCount]);
  }

  private async counted(text: string, values: unknown[]): Promise<number> {
    const [{ count }] = await this.database.query<{ count: number }>({ text, values });
    return count;
  }
}

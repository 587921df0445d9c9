import type { Database } from './database';

const OLDEST = `SELECT min(impression_at) AS "impressionAt" FROM reward_due`;

/** How far attribution is behind. */
export class RewardLagRepository {
  constructor(private readonly database: Database) {}

  /** Impression of the oldest decision that waits for its reward, its window closed or not; null when none waits. */
  async oldestImpressionAt(): Promise<Date | null> {
    const statement = { name: 'oldest-reward-due', text: OLDEST };
    const [row] = await this.database.query<{ impressionAt: Date | null }>(statement);
    return row.impressionAt;
  }
}

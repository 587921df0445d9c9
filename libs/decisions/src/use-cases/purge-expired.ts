import type { Clock, ProgressListener } from '@keyart/common';
import { EXPIRING_DATA, type ExpiredDataRepository, type ExpiryLimits } from '@keyart/db';

/** What a purge stands on. */
export interface PurgeExpiredParts {
  readonly expired: Pick<ExpiredDataRepository, 'count' | 'deleteBatch'>;
  /** How long the log is kept, days > 0. */
  readonly retentionDays: number;
  /** How long the proofs of erasures and the audit are kept, days > 0. */
  readonly auditRetentionDays: number;
  readonly clock: Clock;
}

/** What to do. */
export interface PurgeRequest {
  /** Count and delete nothing. */
  readonly isDryRun?: boolean;
  readonly onProgress?: ProgressListener;
}

/** What was deleted, or would be: rows by table. What hangs on a decision goes with it, uncounted. */
export interface PurgedData {
  readonly isDryRun: boolean;
  readonly counts: Readonly<Record<string, number>>;
}

const DAY_MS = 24 * 3_600_000;
/** A day more than playback events may be old when they come. */
const RECEIPT_DAYS = 8;
const BATCH_COUNT = 2_000;

/** Use case: deletes what is older than it may be kept, in batches; a run that was cut off goes on where it stopped. */
export class PurgeExpired {
  constructor(private readonly parts: PurgeExpiredParts) {}

  /** Counts first, so that progress can be told; deletes unless it is a dry run. */
  async run({ isDryRun = false, onProgress }: PurgeRequest = {}): Promise<PurgedData> {
    const limits = this.limits();
    const expected = await this.countAll(limits);
    if (isDryRun) return { isDryRun, counts: sumByTable(expected) };
    const total = Math.max(
      1,
      expected.reduce((sum, count) => sum + count, 0),
    );
    const deleted = EXPIRING_DATA.map(() => 0);
    let done = 0;
    for (const [index, data] of EXPIRING_DATA.entries()) {
      for (;;) {
        const count = await this.parts.expired.deleteBatch(data, limits, BATCH_COUNT);
        if (count === 0) break;
        deleted[index] += count;
        onProgress?.(Math.min(1, (done += count) / total), `${done} rows`);
      }
    }
    return { isDryRun, counts: sumByTable(deleted) };
  }

  private async countAll(limits: ExpiryLimits): Promise<number[]> {
    const counts: number[] = [];
    for (const data of EXPIRING_DATA) counts.push(await this.parts.expired.count(data, limits));
    return counts;
  }

  private limits(): ExpiryLimits {
    const { retentionDays, auditRetentionDays, clock } = this.parts;
    const daysAgo = (days: number): Date => new Date(clock.nowMs() - days * DAY_MS);
    return {
      logBefore: daysAgo(retentionDays),
      auditBefore: daysAgo(auditRetentionDays),
      unusedBefore: daysAgo(1),
      receiptsBefore: daysAgo(RECEIPT_DAYS),
    };
  }
}

function sumByTable(counts: readonly number[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [index, { table }] of EXPIRING_DATA.entries())
    if (counts[index] > 0) sums[table] = (sums[table] ?? 0) + counts[index];
  return sums;
}

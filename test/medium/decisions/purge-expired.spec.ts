import { ManualClock } from '@keyart/common';
import { PurgeExpired } from '@keyart/decisions';
import { AuditRepository, ErasuresRepository, ExpiredDataRepository } from '@keyart/db';
import { fillTables } from '../../factories/marked-member.factory';
import { repositoriesOf } from '../../factories/serving-world.factory';
import { aDecision, EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const DAY_MS = 24 * 3_600_000;
const RETENTION_DAYS = 400;

describe('PurgeExpired', () => {
  let test: TestDatabase;
  let repositories: ReturnType<typeof repositoriesOf>;

  beforeEach(async () => {
    test = await createTestDatabase();
    repositories = repositoriesOf(test.database);
    await fillTables(repositories, 'ada');
    await test.database.pool.query('UPDATE taste_version SET built_at = $1', [EVENING]);
  });
  afterEach(() => test.drop());

  const purge = (daysLater: number, isDryRun = false): ReturnType<PurgeExpired['run']> => {
    const clock = new ManualClock(EVENING.getTime() + daysLater * DAY_MS);
    const expired = new ExpiredDataRepository(test.database);
    const parts = { expired, retentionDays: RETENTION_DAYS, auditRetentionDays: 730, clock };
    return new PurgeExpired(parts).run({ isDryRun });
  };

  const countIn = async (table: string): Promise<number> => {
    const { rows } = await test.database.pool.query(`SELECT count(*)::int AS count FROM ${table}`);
    return (rows as { count: number }[])[0].count;
  };

  it('deletes nothing that is in time', async () => {
    expect(await purge(RETENTION_DAYS)).toEqual({ isDryRun: false, counts: {} });
  });

  it('deletes the log that is too old, and what hangs on it; what the member said stays', async () => {
    const counts = { decision: 2, sticky_state: 2, artwork_score: 1 };
    expect(await purge(RETENTION_DAYS + 1, true)).toEqual({ isDryRun: true, counts });
    expect(await countIn('decision')).toBe(2);
    expect(await purge(RETENTION_DAYS + 1)).toEqual({ isDryRun: false, counts });
    for (const table of ['decision', 'event', 'reward', 'reward_due', 'sticky_state', 'artwork_score'])
      expect([table, await countIn(table)]).toEqual([table, 0]);
    for (const table of ['member', 'pin', 'member_preference', 'misleading_report', 'taste_version'])
      expect([table, (await countIn(table)) > 0]).toEqual([table, true]);
    expect(await purge(RETENTION_DAYS + 1)).toEqual({ isDryRun: false, counts: {} });
  });

  it('deletes scores and tastes of a profile that nothing refers to any more', async () => {
    await repositories.members.saveProfile('ada', 'v2', { version: 'v2' });
    expect(await purge(2)).toMatchObject({ counts: { artwork_score: 1 } });
    const { pool } = test.database;
    await pool.query('DELETE FROM decision');
    expect(await purge(0.5)).toMatchObject({ counts: {} });
    expect(await purge(2)).toMatchObject({ counts: { taste_version: 1 } });
    const { rows } = await pool.query('SELECT version FROM taste_version');
    expect(rows).toEqual([{ version: 'v2' }]);
  });

  it('deletes old proofs of erasures that are done', async () => {
    const erasures = new ErasuresRepository(test.database);
    const ids = ['done', 'open'].map((memberHash, i) => ({
      ...{ memberHash, requestedAt: EVENING },
      erasureId: `00000000-0000-4000-8000-00000000000${i}`,
    }));
    for (const wish of ids) await erasures.open(wish);
    const [{ erasureId }] = ids;
    await erasures.savePass({ erasureId, erasedAt: EVENING, completedAt: EVENING, counts: {} });
    expect((await purge(731)).counts).toMatchObject({ erasure: 1 });
    expect(await erasures.find(ids[1].erasureId)).not.toBeNull();
  });

  it('shortens the audit, which takes no other deletion', async () => {
    const audit = new AuditRepository(test.database);
    const call = {
      keyId: 'k',
      keyName: 'ops',
      method: 'POST',
      route: '/v1/keys',
      target: {},
      requestId: 'r',
    };
    for (const minute of [0, 1, 2])
      await audit.write({ ...call, at: minutesLater(minute), status: 201, summary: null });
    const lastMinute = 730 + 2 / (24 * 60);
    expect((await purge(730)).counts).not.toHaveProperty('audit_entry');
    expect((await purge(lastMinute, true)).counts).toMatchObject({ audit_entry: 2 });
    expect((await purge(lastMinute)).counts).toMatchObject({ audit_entry: 2 });
    expect(await audit.list({ limit: 9 })).toMatchObject([{ at: minutesLater(2) }]);
    await expect(test.database.pool.query('DELETE FROM audit_entry')).rejects.toMatchObject({
      code: '23001',
    });
  });

  it('goes through more than one batch and tells how far it is', async () => {
    await repositories.decisions.insertMany(
      Array.from({ length: 2_100 }, () => aDecision({ memberId: 'bob' })),
    );
    const clock = new ManualClock(EVENING.getTime() + (RETENTION_DAYS + 1) * DAY_MS);
    const expired = new ExpiredDataRepository(test.database);
    const parts = { expired, retentionDays: RETENTION_DAYS, auditRetentionDays: 730, clock };
    const told: number[] = [];
    const { counts } = await new PurgeExpired(parts).run({ onProgress: (fraction) => told.push(fraction) });
    expect(counts.decision).toBe(2_102);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});

import { FOLLOWING_TABLES, MEMBER_TABLES, MemberDataRepository } from '@keyart/db';
import { fillTables } from '../../factories/marked-member.factory';
import { repositoriesOf } from '../../factories/serving-world.factory';
import { aDecision, aHistoryEntry } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const ALL_TABLES = [...MEMBER_TABLES, ...FOLLOWING_TABLES].map(({ table }) => table);

describe('MemberDataRepository', () => {
  let test: TestDatabase;
  let data: MemberDataRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    data = new MemberDataRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(async () => {
    await test.database.pool.query(`TRUNCATE ${ALL_TABLES.join(', ')}`);
    for (const memberId of ['ada', 'bob']) await fillTables(repositoriesOf(test.database), memberId);
    await test.database.pool.query(
      `INSERT INTO shadow_decision (decision_id, model_version, probabilities) SELECT id, 'shadow-1', '[]' FROM decision`,
    );
    await test.database.pool.query('TRUNCATE precompute_run CASCADE');
    await test.database.pool.query(
      `INSERT INTO precompute_run (id, status, total_count, cursor, active_since, started_at, updated_at)
       VALUES ('00000000-0000-4000-8000-000000000000', 'running', 2, 'bob', now(), now(), now())`,
    );
    await test.database.pool.query(
      `INSERT INTO precompute_member (run_id, member_id) SELECT r.id, m.id FROM precompute_run r, member m`,
    );
  });

  async function rowsOf(memberId: string): Promise<Record<string, Record<string, unknown>[]>> {
    const tables: Record<string, Record<string, unknown>[]> = {};
    for await (const { table, rows } of data.stream(memberId))
      (tables[table] ??= []).push(...rows.map((row) => JSON.parse(row) as Record<string, unknown>));
    return tables;
  }

  it('gives the member’s rows of every table, and nobody else’s', async () => {
    const tables = await rowsOf('ada');
    expect(Object.keys(tables)).toEqual(ALL_TABLES);
    expect(ALL_TABLES.filter((table) => tables[table].length === 0)).toEqual([]);
    expect(JSON.stringify(tables)).not.toContain('bob');
    expect(tables.member).toMatchObject([{ id: 'ada', display_name: 'ada', profile_version: 'v1' }]);
    expect(tables.event).toHaveLength(4);
  });

  it('gives every row of a long table, in one snapshot', async () => {
    const more = Array.from({ length: 1_100 }, () => aDecision({ memberId: 'ada' }));
    await repositoriesOf(test.database).decisions.insertMany(more);
    const seen = new Set<string>();
    for await (const { table, rows } of data.stream('ada')) {
      expect(rows.length).toBeLessThanOrEqual(500);
      if (table === 'artwork_score')
        await test.database.pool.query(`UPDATE decision SET arm = 'late' WHERE member_id = 'ada'`);
      if (table === 'decision') for (const row of rows) seen.add(row);
    }
    expect(seen.size).toBe(1_102);
    expect([...seen].some((row) => row.includes('"late"'))).toBe(false);
  });

  it('gives the connection back when nobody reads on', async () => {
    for (let i = 0; i < 12; i++) {
      const reader = data.stream('ada');
      await reader.next();
      await reader.return();
    }
    expect((await rowsOf('ada')).member).toHaveLength(1);
  });

  it('erases the member everywhere, counts it, and leaves others alone', async () => {
    const others = await rowsOf('bob');
    expect(await data.erase('ada')).toEqual({
      artwork_score: 1,
      sticky_state: 2,
      decision: 2,
      member_preference: 1,
      pin: 1,
      misleading_report: 2,
      taste_version: 1,
      history_entry: 1,
      precompute_member: 1,
      title_review: 1,
      member: 1,
    });
    expect(Object.values(await rowsOf('ada')).flat()).toEqual([]);
    expect(await rowsOf('bob')).toEqual(others);
    expect(await data.erase('ada')).toEqual({});
  });

  it('takes the member out of the place that a walk over members has reached, without moving it', async () => {
    const reached = async (): Promise<unknown> =>
      (await test.database.pool.query('SELECT cursor FROM precompute_run')).rows;
    await data.erase('bob');
    expect(await reached()).toEqual([{ cursor: 'ada' }]);
    await data.erase('ada');
    expect(await reached()).toEqual([{ cursor: '' }]);
  });

  it('erases more than one batch', async () => {
    const entries = Array.from({ length: 2_001 }, (_, i) => aHistoryEntry({ title: `Film ${i}` }));
    await repositoriesOf(test.database).members.importHistory('ada', { entries });
    expect(await data.erase('ada')).toMatchObject({ history_entry: 2_002, member: 1 });
  });
});

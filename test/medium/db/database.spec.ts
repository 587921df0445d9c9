import { createServer } from 'node:net';
import { DependencyError, InputError } from '@keyart/common';
import {
  createDatabase,
  DecisionsRepository,
  isStorableText,
  MembersRepository,
  TitlesRepository,
} from '@keyart/db';
import { aDecision, aHistoryEntry, aTitle } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const UNAVAILABLE = { code: 'DATABASE_UNAVAILABLE', isRetryable: true };

describe('a database that is away', () => {
  it('is an unavailable dependency to SQL and Prisma alike', async () => {
    const database = createDatabase(`postgresql://x:x@127.0.0.1:${await freePort()}/x`);
    await expect(new DecisionsRepository(database).insertMany([aDecision()])).rejects.toMatchObject(
      UNAVAILABLE,
    );
    await expect(new TitlesRepository(database).count()).rejects.toMatchObject(UNAVAILABLE);
    await expect(new TitlesRepository(database).count()).rejects.toBeInstanceOf(DependencyError);
    await database.close();
  });

  it('is unavailable after close, which may be called twice', async () => {
    const test = await createTestDatabase();
    await test.database.close();
    await test.database.close();
    await expect(new TitlesRepository(test.database).count()).rejects.toMatchObject(UNAVAILABLE);
    await expect(new DecisionsRepository(test.database).lastDecidedAt()).rejects.toMatchObject(UNAVAILABLE);
    await test.drop();
  });
});

describe('a database', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it('serves again after its connections were cut', async () => {
    const titles = new TitlesRepository(test.database);
    await Promise.all(Array.from({ length: 5 }, () => titles.count()));
    const other = createDatabase(test.url);
    await other.pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await other.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await titles.count()).toBe(0);
  });

  it('names a query cut in the middle as unavailable', async () => {
    const cutting = async (): Promise<void> => {
      const text = `SELECT count(pg_terminate_backend(pid))::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE '%sleep(30)' AND pid <> pg_backend_pid()`;
      while ((await test.database.query<{ n: number }>({ text }))[0].n === 0) continue;
    };
    const sleeping = test.database.query({ text: 'SELECT pg_sleep(30)' });
    const [outcome] = await Promise.allSettled([sleeping, cutting()]);
    expect(outcome).toMatchObject({ status: 'rejected', reason: UNAVAILABLE });
  });

  it.each([
    ['U+0000', 'a\u0000b'],
    ['a high surrogate alone', 'a\ud800'],
    ['a low surrogate alone', '\udc00b'],
  ])("calls %s the caller's mistake", async (_, text) => {
    expect(isStorableText(text)).toBe(false);
    const insert = new DecisionsRepository(test.database).insertMany([aDecision({ memberId: text })]);
    await expect(insert).rejects.toMatchObject({ code: 'UNSTORABLE_TEXT' });
    const entries = [aHistoryEntry({ title: text })];
    await expect(
      new MembersRepository(test.database).importHistory('ada', { entries }),
    ).rejects.toBeInstanceOf(InputError);
  });

  it("calls U+0000 the caller's mistake in Prisma too", async () => {
    const upsert = new TitlesRepository(test.database).upsert(aTitle({ name: 'a\u0000b' }));
    await expect(upsert).rejects.toMatchObject({ code: 'UNSTORABLE_TEXT' });
  });

  it('stores every other text', () => {
    expect(isStorableText('😀 \u0001 ﷽ \uffff')).toBe(true);
  });
});

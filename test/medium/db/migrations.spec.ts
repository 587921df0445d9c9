import { execFile } from 'node:child_process';
import path from 'node:path';
import { createDatabase } from '@keyart/db';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const ROOT = path.resolve(__dirname, '../../..');
const PRISMA = path.join(ROOT, 'node_modules/prisma/build/index.js');
const DIFF = ['migrate', 'diff', '--to-schema', 'prisma/schema.prisma', '--exit-code'];

interface Finished {
  readonly exitCode: number;
  readonly output: string;
}

function prisma(url: string, args: readonly string[]): Promise<Finished> {
  const env = { ...process.env, DATABASE_URL: url };
  return new Promise((resolve) =>
    execFile(process.execPath, [PRISMA, ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ exitCode: error ? Number(error.code) : 0, output: stdout + stderr }),
    ),
  );
}

describe('migrations', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await createTestDatabase();
  });
  afterEach(() => test.drop());

  it('make what the schema says, no less and no more', async () => {
    expect(await prisma(test.url, [...DIFF, '--from-config-datasource'])).toMatchObject({ exitCode: 0 });
    await test.database.pool.query('ALTER TABLE title ADD COLUMN by_hand text');
    const drifted = await prisma(test.url, [...DIFF, '--from-config-datasource']);
    expect(drifted).toMatchObject({ exitCode: 2 });
    expect(drifted.output).toContain('by_hand');
  });

  it('are deployed to an empty database, and then up to date', async () => {
    const url = new URL(test.url);
    url.pathname += '_deployed';
    const database = createDatabase(url.href);
    await test.database.pool.query(`CREATE DATABASE "${url.pathname.slice(1)}"`);
    expect(await prisma(url.href, ['migrate', 'status'])).toMatchObject({ exitCode: 1 });
    expect(await prisma(url.href, ['migrate', 'deploy'])).toMatchObject({ exitCode: 0 });
    expect(await prisma(url.href, ['migrate', 'status'])).toMatchObject({ exitCode: 0 });
    expect(await database.prisma.catalogueVersion.count()).toBe(1);
    await database.close();
    await test.database.pool.query(`DROP DATABASE "${url.pathname.slice(1)}" WITH (FORCE)`);
  });
});

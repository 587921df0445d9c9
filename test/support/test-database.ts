import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createDatabase, type Database } from '@keyart/db';
import { Client } from 'pg';

const MIGRATIONS = path.resolve(__dirname, '../../prisma/migrations');

/** A database of its own for one suite, on the server that `npm test` starts. */
export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Closes `database` and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

function serverUrl(): string {
  const url = process.env.DATABASE_URL_TEST;
  if (!url)
    throw new Error('DATABASE_URL_TEST is not set: run `npm test`, which starts a PostgreSQL for the tests');
  return url;
}

async function execute(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** SQL of all migrations, oldest first. */
async function migrations(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    folders.sort().map((folder) => readFile(path.join(MIGRATIONS, folder, 'migration.sql'), 'utf8')),
  );
}

/** Creates a database with a random name and applies the migrations as they lie in prisma/migrations. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `keyart_test_${randomBytes(8).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await execute(server, [`CREATE DATABASE "${name}"`]);
  await execute(url.href, await migrations());
  const database = createDatabase(url.href);
  const drop = async (): Promise<void> => {
    await database.close();
    await execute(server, [`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`]);
  };
  return { url: url.href, database, drop };
}

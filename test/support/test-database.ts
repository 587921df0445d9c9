import { randomBytes } from 'node:crypto';
import { createDatabase, type Database } from '@keyart/db';
import { Client } from 'pg';

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

/** Copies the migrated template under a random name, which takes a fraction of the time that migrating would. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `keyart_test_${randomBytes(8).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await execute(server, [`CREATE DATABASE "${name}" TEMPLATE keyart_template`]);
  const database = createDatabase(url.href);
  const drop = async (): Promise<void> => {
    await database.close();
    await execute(server, [`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`]);
  };
  return { url: url.href, database, drop };
}

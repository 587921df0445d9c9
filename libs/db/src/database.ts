import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type QueryConfig, type QueryResultRow } from 'pg';
import { withDatabaseErrors } from './errors';
import { PrismaClient } from './generated/client';

const CONNECTION_TIMEOUT_MS = 5_000;
const MAX_CONNECTION_COUNT = 10;

/** One pool of connections, shared by Prisma (catalogue, members, registry) and plain SQL (serving path, log). */
export interface Database {
  /** Failures come as this library's errors, see errors.ts. */
  readonly prisma: PrismaClient;
  /** Raw; prefer `query`, which names its failures. */
  readonly pool: Pool;
  /** Rows of one statement; a `name` prepares it once per connection. @throws see errors.ts */
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<Row[]>;
  /** Ends the pool once running queries are done. Later calls do nothing. */
  close(): Promise<void>;
}

function createPrisma(pool: Pool): PrismaClient {
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  const extended = client.$extends({
    query: { $allOperations: ({ args, query }) => withDatabaseErrors(() => query(args)) },
  });
  return extended as unknown as PrismaClient;
}

/**
 * Opens the database lazily: the first query connects, and fails with `DATABASE_UNAVAILABLE` where nobody answers.
 * @param url `postgresql://user:password@host:port/name`
 */
export function createDatabase(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTION_COUNT,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAlive: true,
  });
  // Without a listener the loss of an idle connection would end the process; the next query reconnects.
  pool.on('error', () => undefined);
  const prisma = createPrisma(pool);
  let closing: Promise<void> | undefined;
  return {
    prisma,
    pool,
    query: (statement) => withDatabaseErrors(async () => (await pool.query(statement)).rows),
    close: () => (closing ??= prisma.$disconnect().then(() => pool.end())),
  };
}

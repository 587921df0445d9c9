import type { Configuration } from '@keyart/common';
import { applyMigrations, createDatabaseIfMissing } from '@keyart/db';
import { openEmbeddedServer } from './embedded-server';

const DATABASE = 'keyart';

/** A database with all migrations applied. */
export interface RunningDatabase {
  readonly url: string;
  readonly isEmbedded: boolean;
  /** Gives the embedded server back (its last user stops it); nothing for a database of one's own. */
  stop(): Promise<void>;
}

async function open(
  configuration: Pick<Configuration, 'DATABASE_URL' | 'KEYART_HOME'>,
): Promise<RunningDatabase> {
  if (configuration.DATABASE_URL)
    return { url: configuration.DATABASE_URL, isEmbedded: false, stop: () => Promise.resolve() };
  const say = (line: string): void => void process.stderr.write(`keyart: ${line}\n`);
  const server = await openEmbeddedServer({ home: configuration.KEYART_HOME, isDurable: true, say });
  return { url: server.urlOf(DATABASE), isEmbedded: true, stop: () => server.stop() };
}

/**
 * The database of this configuration, ready: `DATABASE_URL` where that is set, else the embedded PostgreSQL below
 * `KEYART_HOME`, started or, where another process has it running, shared with that.
 * @throws EmbeddedPostgresError, MigrationError
 */
export async function ensureDatabase(
  configuration: Pick<Configuration, 'DATABASE_URL' | 'KEYART_HOME'>,
): Promise<RunningDatabase> {
  const database = await open(configuration);
  try {
    await createDatabaseIfMissing(database.url);
    await applyMigrations(database.url);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

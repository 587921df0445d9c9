import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { messageOf, projectRoot } from '@keyart/common';
import { Client } from 'pg';
import { MigrationError } from './migration.error';
import { readMigrations, type MigrationFile } from './migration-files';

// Prisma's own lock and table: `prisma migrate deploy`, `status` and `dev` go on from what is recorded here.
const PRISMA_MIGRATE_LOCK = 72_707_369;
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
const SELECT_APPLIED = `SELECT migration_name AS name, checksum FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
const INSERT_APPLIED = `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`;

/** Names and checksums of what the database has already. */
async function appliedChecksums(client: Client): Promise<Map<string, string>> {
  await client.query(CREATE_TABLE);
  const { rows } = await client.query<{ name: string; checksum: string }>(SELECT_APPLIED);
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/** In one transaction: a migration that fails leaves nothing, and the next start tries it again. */
async function applyOne(client: Client, migration: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query(INSERT_APPLIED, [randomUUID(), migration.checksum, migration.name]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    const message = `migration ${migration.name} failed and was undone: ${messageOf(cause)}`;
    throw new MigrationError('migrationFailed', message, { cause });
  }
}

function pendingOf(migrations: MigrationFile[], applied: Map<string, string>): MigrationFile[] {
  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (!edited) return migrations.filter(({ name }) => !applied.has(name));
  const message = `migration ${edited.name} was changed after this database had applied it; add a new migration instead`;
  throw new MigrationError('migrationEdited', message);
}

/**
 * Brings a database up to date: applies the migrations it lacks, in order, as `prisma migrate deploy` would, in a fiftieth of
 * that command's time. Several processes may call it at once.
 * @param url of the database
 * @param folder prisma/migrations of this project unless told otherwise
 * @returns names of the migrations applied now
 * @throws MigrationError `migrationFailed`, `migrationEdited`
 */
export async function applyMigrations(
  url: string,
  folder: string = path.join(projectRoot(), 'prisma/migrations'),
): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATE_LOCK]);
    const pending = pendingOf(readMigrations(folder), await appliedChecksums(client));
    for (const migration of pending) await applyOne(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

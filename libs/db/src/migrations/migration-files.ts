import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One folder below prisma/migrations. */
export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  /** Hex SHA-256 of the file, as Prisma records it. */
  readonly checksum: string;
}

function readMigration(folder: string, name: string): MigrationFile[] {
  const file = path.join(folder, name, 'migration.sql');
  if (!existsSync(file)) return [];
  const sql = readFileSync(file, 'utf8');
  return [{ name, sql, checksum: createHash('sha256').update(sql).digest('hex') }];
}

/** All migrations of a folder in the order in which they apply (their names begin with a time). */
export function readMigrations(folder: string): MigrationFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readMigration(folder, name));
}

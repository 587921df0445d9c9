import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '@keyart/db';
import { ensureDatabase } from '../../tools/embedded-postgres';

/** A fresh database with fsync on, thrown away afterwards. */
export interface BenchDatabase {
  readonly database: Database;
  readonly url: string;
  close(): Promise<void>;
}

/** Starts an embedded PostgreSQL in a temporary folder and migrates it. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'keyart-bench-'));
  // The database's account enters the folder when the bench runs as root.
  chmodSync(home, 0o755);
  const running = await ensureDatabase({ KEYART_HOME: home });
  const database = createDatabase(running.url);
  const close = async (): Promise<void> => {
    await database.close();
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { database, url: running.url, close };
}

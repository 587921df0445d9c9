import { createRequire } from 'node:module';
import path from 'node:path';
import { DIST } from '../bootstrap/paths.mjs';
import { say } from '../bootstrap/say.mjs';

/**
 * An embedded PostgreSQL of the tests' own, without fsync, with the migrated database `keyart`.
 * @param {string} folder
 * @returns {Promise<{url: string, stop(): Promise<void>}>}
 */
export async function startTestDatabase(folder) {
  const require = createRequire(import.meta.url);
  const embedded = require(path.join(DIST, 'tools/embedded-postgres/index.js'));
  const server = await embedded.openEmbeddedServer({ home: folder, isDurable: false, say });
  const url = server.urlOf('keyart');
  const { applyMigrations, createDatabaseIfMissing } = require(path.join(DIST, 'libs/db/src/index.js'));
  await createDatabaseIfMissing(url);
  await applyMigrations(url);
  return { url, stop: () => server.stop() };
}

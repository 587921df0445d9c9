import { createRequire } from 'node:module';
import path from 'node:path';
import { DIST } from '../bootstrap/paths.mjs';
import { say } from '../bootstrap/say.mjs';

const TEMPLATE = 'keyart_template';
const require = createRequire(import.meta.url);

/**
 * An embedded PostgreSQL of the tests' own, without fsync, with the migrated database `keyart`.
 * @param {string} folder
 * @returns {Promise<{url: string, stop(): Promise<void>}>}
 */
export async function startTestDatabase(folder) {
  const embedded = require(path.join(DIST, 'tools/embedded-postgres/index.js'));
  const server = await embedded.openEmbeddedServer({ home: folder, isDurable: false, say });
  const url = server.urlOf('keyart');
  await migrate(url);
  return { url, stop: () => server.stop() };
}

/** The migrated database that suites copy, and nobody connects to. @param {string} serverUrl of any database of the server */
export async function migrateTemplate(serverUrl) {
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrate(url.href);
}

/** @param {string} url */
async function migrate(url) {
  const { applyMigrations, createDatabaseIfMissing } = require(path.join(DIST, 'libs/db/src/index.js'));
  await createDatabaseIfMissing(url);
  await applyMigrations(url);
}

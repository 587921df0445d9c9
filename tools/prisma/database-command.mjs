import pg from 'pg';
import { parseConnectionUrl, withDatabase } from './connection-url.mjs';

/** PostgreSQL's and the socket's error codes in Prisma's. */
const PRISMA_CODES = { '3D000': 'P1003', ECONNREFUSED: 'P1001', '28P01': 'P1000' };
const OTHER = 'P1011';

/** The form in which Prisma reads an engine's errors. @param {string} code @param {string} message */
function logError(code, message) {
  const fields = { message, error_code: code, is_panic: false };
  const line = {
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    fields,
    target: 'schema_engine::logger',
  };
  process.stderr.write(`\n${JSON.stringify(line)}`);
}

/** @param {string} command @param {string} url */
async function execute(command, url) {
  const { connectionString, database } = parseConnectionUrl(url);
  const target =
    command === 'create-database' ? withDatabase(connectionString, 'postgres') : connectionString;
  const client = new pg.Client({ connectionString: target });
  await client.connect();
  if (command === 'create-database') await client.query(`CREATE DATABASE "${database}"`);
  if (command === 'drop-database') await client.query(`DROP DATABASE "${database}" WITH (FORCE)`);
  await client.end();
}

/**
 * The engine's command line: `can-connect-to-database`, `create-database`, `drop-database`.
 * @param {string} command
 * @param {string} url
 * @returns {Promise<number>} exit code
 */
export async function runDatabaseCommand(command, url) {
  try {
    await execute(command, url);
    return 0;
  } catch (error) {
    logError(PRISMA_CODES[error.code] ?? OTHER, error.message || error.code);
    return 1;
  }
}

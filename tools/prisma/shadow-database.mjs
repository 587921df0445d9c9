import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { parseConnectionUrl, withDatabase } from './connection-url.mjs';
import { forScripts } from './script-connection.mjs';

const EMPTY_SCHEMA = 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;';

/** @param {string} connectionString */
async function connect(connectionString) {
  return forScripts(await new PrismaPg({ connectionString, max: 1, allowExitOnIdle: true }).connect());
}

/** A shadow database of one's own, emptied. @param {string} url */
export async function connectToGivenShadow(url) {
  const connection = await connect(parseConnectionUrl(url).connectionString);
  await connection.executeScript(EMPTY_SCHEMA);
  return connection;
}

/** A database beside the one at `url`, dropped when the connection is disposed of. @param {string} url */
export async function connectToNewShadow(url) {
  const { connectionString } = parseConnectionUrl(url);
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  await owner.query(`CREATE DATABASE "${name}"`);
  const connection = await connect(withDatabase(connectionString, name));
  const dispose = connection.dispose.bind(connection);
  connection.dispose = async () => {
    await dispose();
    await connection
      .underlyingDriver()
      .end?.()
      .catch(() => {});
    await owner.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await owner.end();
  };
  return connection;
}

import { Client } from 'pg';

const NO_SUCH_DATABASE = '3D000';
const EXISTS_ALREADY = new Set(['42P04', '23505']);

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

async function exists(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (codeOf(error) === NO_SUCH_DATABASE) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates the database that `url` names when its server has none of that name; two at once are fine. */
export async function createDatabaseIfMissing(url: string): Promise<void> {
  if (await exists(url)) return;
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.toString() });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!EXISTS_ALREADY.has(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
}

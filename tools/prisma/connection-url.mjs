/** Parameters that Prisma understands and PostgreSQL does not. */
const PRISMA_PARAMETERS = [
  'schema',
  'connection_limit',
  'pool_timeout',
  'pgbouncer',
  'connect_timeout',
  'socket_timeout',
];

/**
 * Takes a Prisma URL apart.
 * @param {string} text
 * @returns {{connectionString: string, schema: string | undefined, database: string}}
 */
export function parseConnectionUrl(text) {
  const url = new URL(text);
  const schema = url.searchParams.get('schema') ?? undefined;
  PRISMA_PARAMETERS.forEach((name) => url.searchParams.delete(name));
  return { connectionString: url.toString(), schema, database: decodeURIComponent(url.pathname.slice(1)) };
}

/** The same server, another database. @param {string} connectionString @param {string} database @returns {string} */
export function withDatabase(connectionString, database) {
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  return url.toString();
}

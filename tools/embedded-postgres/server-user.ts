import { readFileSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors';

/** The account PostgreSQL runs as. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const PREFERRED = ['postgres', 'nobody'];

function accounts(): Map<string, ServerUser> {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const parsed = lines.map((line) => line.split(':')).filter((fields) => fields.length >= 4);
  return new Map(parsed.map(([name, , uid, gid]) => [name, { name, uid: Number(uid), gid: Number(gid) }]));
}

/**
 * PostgreSQL refuses to run as root: then another account of the machine is used, and none is ever created.
 * @returns null when this process is not root and simply runs the server itself
 * @throws EmbeddedPostgresError `noServerUser`
 */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const known = accounts();
  const name = PREFERRED.find((candidate) => known.has(candidate));
  if (name) return known.get(name) as ServerUser;
  const message = `as root, PostgreSQL needs one of the accounts ${PREFERRED.join(', ')}; create one or set DATABASE_URL`;
  throw new EmbeddedPostgresError('noServerUser', message);
}

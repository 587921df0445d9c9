import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Configuration } from './configuration';

const FILE = 'pseudonym-secret';
const SECRET_BYTES = 32;

/**
 * The secret that members' pseudonyms are made with: `PSEUDONYM_SECRET`, or one that this installation draws once and keeps
 * in KEYART_HOME, readable by its owner only. Processes on several machines need the first.
 */
export function pseudonymSecret({
  PSEUDONYM_SECRET,
  KEYART_HOME,
}: Pick<Configuration, 'PSEUDONYM_SECRET' | 'KEYART_HOME'>): string {
  if (PSEUDONYM_SECRET) return PSEUDONYM_SECRET;
  const file = path.join(KEYART_HOME, FILE);
  mkdirSync(KEYART_HOME, { recursive: true });
  try {
    // Fails where there is one: of two processes that start together the second reads the first one's.
    writeFileSync(file, `${randomBytes(SECRET_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

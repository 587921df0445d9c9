import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SECRET_BYTES = 32;

/** What to call a secret, and where it is kept. */
export interface InstallationSecret {
  /** Name of its file. */
  readonly file: string;
  /** The folder; made when missing. */
  readonly KEYART_HOME: string;
}

/**
 * A secret that this installation draws once and keeps, readable by its owner only; the same ever after.
 * @returns 64 hex digits
 */
export function installationSecret({ file, KEYART_HOME }: InstallationSecret): string {
  const location = path.join(KEYART_HOME, file);
  mkdirSync(KEYART_HOME, { recursive: true });
  try {
    // Fails where there is one: of two processes that start together the second reads the first one's.
    writeFileSync(location, `${randomBytes(SECRET_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(location, 'utf8').trim();
}

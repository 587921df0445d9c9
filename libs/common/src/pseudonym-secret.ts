import type { Configuration } from './configuration';
import { installationSecret } from './installation-secret';

/**
 * The secret that members' pseudonyms are made with: `PSEUDONYM_SECRET`, or one that this installation draws once and keeps
 * in KEYART_HOME. Processes on several machines need the first.
 */
export function pseudonymSecret({
  PSEUDONYM_SECRET,
  KEYART_HOME,
}: Pick<Configuration, 'PSEUDONYM_SECRET' | 'KEYART_HOME'>): string {
  return PSEUDONYM_SECRET || installationSecret({ file: 'pseudonym-secret', KEYART_HOME });
}

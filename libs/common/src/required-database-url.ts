import type { Configuration } from './configuration';
import { InputError } from './errors';

/**
 * The database of a process that brings none of its own.
 * @throws InputError `BAD_CONFIGURATION` where `DATABASE_URL` is not set
 */
export function requiredDatabaseUrl({ DATABASE_URL }: Pick<Configuration, 'DATABASE_URL'>): string {
  if (DATABASE_URL) return DATABASE_URL;
  throw new InputError('BAD_CONFIGURATION', 'configuration: DATABASE_URL is needed');
}

import { DependencyError } from '@keyart/common';
import { DATABASE_ERROR_CODES } from '../errors';

/** A database that cannot be brought up to date; the message says what to do. No retry mends it. */
export class MigrationError extends DependencyError {
  constructor(
    code: 'migrationFailed' | 'migrationEdited',
    message: string,
    options?: { readonly cause: unknown },
  ) {
    super(DATABASE_ERROR_CODES[code], message, false, options);
  }
}

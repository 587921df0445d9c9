import { DependencyError } from '@keyart/common';

/** What can go wrong around the embedded database; the message says what to do. */
export const EMBEDDED_POSTGRES_ERRORS = {
  noBinaries: 'EMBEDDED_POSTGRES_NO_BINARIES',
  noServerUser: 'EMBEDDED_POSTGRES_NO_SERVER_USER',
  unreachableFolder: 'EMBEDDED_POSTGRES_UNREACHABLE_FOLDER',
  commandFailed: 'EMBEDDED_POSTGRES_COMMAND_FAILED',
} as const;

/** A failure of the embedded server. */
export class EmbeddedPostgresError extends DependencyError {
  constructor(code: keyof typeof EMBEDDED_POSTGRES_ERRORS, message: string, options?: { cause?: unknown }) {
    super(EMBEDDED_POSTGRES_ERRORS[code], message, false, options);
  }
}

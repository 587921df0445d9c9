import { DependencyError, InputError, messageOf } from '@keyart/common';

/** Codes this library throws. */
export const DATABASE_ERROR_CODES = {
  /** No connection, or the server is starting, stopping or full. Retryable. */
  unavailable: 'DATABASE_UNAVAILABLE',
  /** Two transactions stood in each other's way and this one gave in. Retryable. */
  conflict: 'DATABASE_CONFLICT',
  /** Text holds U+0000 or half a surrogate pair, which PostgreSQL cannot store; see `isStorableText`. */
  unstorableText: 'UNSTORABLE_TEXT',
  /** A migration failed and was undone. */
  migrationFailed: 'MIGRATION_FAILED',
  /** A migration was changed after it had been applied. */
  migrationEdited: 'MIGRATION_EDITED',
  unknownTitle: 'UNKNOWN_TITLE',
  unknownArtwork: 'UNKNOWN_ARTWORK',
  unknownMember: 'UNKNOWN_MEMBER',
  unknownModelVersion: 'UNKNOWN_MODEL_VERSION',
} as const;

const UNAVAILABLE =
  /^(08...|57P0[1-3]|53300|P1001|P1002|P1008|P1017|P2024|P2028|P2037|ECONN(REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT)$/;
const CONFLICT = /^(40001|40P01|P2034)$/;
const UNSTORABLE = /^(22021|22P05)$/;
/** Our JSON is well-formed but for half surrogate pairs; the routine is named in every language of the server. */
function isRefusedJson(error: unknown): boolean {
  const { code, routine } = Object(error) as Record<string, unknown>;
  return code === '22P02' && typeof routine === 'string' && routine.startsWith('json_');
}

/** pg's own errors carry no code. */
const LOST_CONNECTION =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|pool after calling end/i;

/** The error's code and those of its causes, as pg, Node and Prisma's driver adapter nest them. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, originalCode, cause, errors, meta } = error as Record<string, unknown>;
  const own = [code, originalCode].filter((value) => typeof value === 'string');
  const inner = [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError];
  return [...own, ...inner.concat(Array.isArray(errors) ? errors : []).flatMap(codesOf)];
}

/**
 * What a failed query means to the caller: a DependencyError `DATABASE_UNAVAILABLE` or `DATABASE_CONFLICT`
 * (both retryable), an InputError `UNSTORABLE_TEXT`, or the error itself when it tells of a bug.
 */
export function databaseErrorOf(error: unknown): unknown {
  const codes = codesOf(error);
  const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code));
  if (has(UNAVAILABLE) || LOST_CONNECTION.test(messageOf(error)))
    return new DependencyError(DATABASE_ERROR_CODES.unavailable, 'the database cannot be reached', true, {
      cause: error,
    });
  if (has(CONFLICT))
    return new DependencyError(DATABASE_ERROR_CODES.conflict, 'a concurrent change won', true, {
      cause: error,
    });
  if (has(UNSTORABLE) || isRefusedJson(error))
    return new InputError(DATABASE_ERROR_CODES.unstorableText, 'text cannot be stored', { cause: error });
  return error;
}

/** Runs `query` and turns what it throws into this library's errors, see `databaseErrorOf`. */
export async function withDatabaseErrors<T>(query: () => PromiseLike<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    throw databaseErrorOf(error);
  }
}

import { ID_PATTERN } from '@keyart/contracts';
import { invalidParameter } from '../problems/invalid-parameter';

/** A page of a list; ask for the next with `?after=nextCursor`. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** @param items up to `limit + 1`: the one too many tells that another page follows */
export function pageOf<T>(items: readonly T[], limit: number, idOf: (item: T) => string): Page<T> {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = items.length > limit && last !== undefined;
  return { items: shown, nextCursor: hasMore ? Buffer.from(idOf(last)).toString('base64url') : null };
}

/** The id after which to go on. @throws ProblemException for a cursor not made here */
export function decodeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (ID_PATTERN.test(id) && Buffer.from(id).toString('base64url') === cursor) return id;
  const detail = 'must be the nextCursor of the page before';
  throw invalidParameter([{ field: 'after', detail }]);
}

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;
const WEEK_DAYS = 7;
/** Older titles no longer change with their age. */
const LATEST_AGE_DAYS = 365;

/** Level, six weekdays against Sunday, and age. */
export const TERM_COUNT = 1 + (WEEK_DAYS - 1) + 1;
/** Where the level stands. */
export const LEVEL_TERM = 0;

/**
 * What the level of a bucket may depend on besides a shift: 1; the weekday (UTC) of its start; log(1 + days since release), at most a year.
 * A term that is the same in all buckets of a stream (weekly buckets, no release date) costs nothing.
 * @param ageDays at the start of the bucket; null: not known
 * @returns `[TERM_COUNT]`
 */
export function bucketTerms(startAtMs: number, ageDays: number | null): number[] {
  const terms = new Array<number>(TERM_COUNT).fill(0);
  terms[LEVEL_TERM] = 1;
  const weekday = (((Math.floor(startAtMs / DAY_MS) + FIRST_WEEKDAY) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
  if (weekday > 0) terms[weekday] = 1;
  terms[TERM_COUNT - 1] = Math.log1p(Math.min(LATEST_AGE_DAYS, Math.max(0, ageDays ?? 0)));
  return terms;
}

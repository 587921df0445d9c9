import { InputError } from '@keyart/common';
import type { HistoryEntry } from '@keyart/contracts';
import { FEATURE_ERROR_CODES } from './errors';

/** Mean of the public MovieLens ratings (3.5 stars): what a rater nothing is known about is centred on. */
const POPULATION_MEAN_STARS = 3.5;
/** Ratings the population mean is worth; a viewer's own mean outweighs it from the sixth film on. */
const POPULATION_MEAN_COUNT = 5;
/** Tastes drift over years: a film seen a year before the newest one counts half. */
const HALF_LIFE_MS = 365 * 24 * 3_600_000;
/** Old loves never vanish: else one new film after a long pause would erase the profile. */
const LEAST_RECENCY = 0.25;

/** A history entry with what it is worth for this viewer. */
export interface WeighedEntry {
  readonly entry: HistoryEntry;
  /** Stars above the viewer's shrunk mean, in (-4.5, 4.5). */
  readonly surplusStars: number;
  /** In [0.25, 1]; 1 for the newest entry. */
  readonly recency: number;
}

function checkEntry(entry: HistoryEntry): void {
  const where = `history entry '${entry.title}'`;
  if (!(entry.rating >= 0.5 && entry.rating <= 5)) {
    throw new InputError(
      FEATURE_ERROR_CODES.badHistory,
      `${where}: rating ${entry.rating} is not in [0.5, 5]`,
    );
  }
  if (Number.isNaN(entry.watchedAt.getTime())) {
    throw new InputError(FEATURE_ERROR_CODES.badHistory, `${where}: watchedAt is not a date`);
  }
}

function sortKey({ title, year, rating, genres, people }: HistoryEntry): string {
  return JSON.stringify([title, year, rating, genres, people]);
}

/** Newest first, ties by content: sums then come out the same to the last bit whatever order the entries came in. */
function canonicalOrder(history: readonly HistoryEntry[]): HistoryEntry[] {
  const keyed = history.map((entry) => ({ entry, atMs: entry.watchedAt.getTime(), key: sortKey(entry) }));
  keyed.sort((a, b) => b.atMs - a.atMs || (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ entry }) => entry);
}

/**
 * The history, newest first, centred and weighted. With n ratings r: mean μ = (Σ r + 5 · 3.5) / (n + 5), surplus = r − μ;
 * recency = max(¼, 2^(−age / 1 year)), age relative to the newest entry, so the result depends on the entries alone.
 * @param history in any order
 * @throws InputError `BAD_HISTORY` on a rating outside [0.5, 5] or an invalid date
 */
export function weighHistory(history: readonly HistoryEntry[]): readonly WeighedEntry[] {
  history.forEach(checkEntry);
  const entries = canonicalOrder(history);
  const stars = entries.reduce((sum, { rating }) => sum + rating, 0);
  const mean =
    (stars + POPULATION_MEAN_COUNT * POPULATION_MEAN_STARS) / (entries.length + POPULATION_MEAN_COUNT);
  const newestMs = entries[0]?.watchedAt.getTime() ?? 0;
  return entries.map((entry) => ({
    entry,
    surplusStars: entry.rating - mean,
    recency: Math.max(LEAST_RECENCY, 2 ** ((entry.watchedAt.getTime() - newestMs) / HALF_LIFE_MS)),
  }));
}

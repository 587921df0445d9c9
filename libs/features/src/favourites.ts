import { sanitizeText } from '@keyart/common';
import type { WeighedEntry } from './weigh-history';

const MAX_FILMS = 8;
const MAX_GENRES = 4;
const MAX_PEOPLE = 5;
const MAX_ERAS = 2;
const MAX_NAME_LENGTH = 80;
/** From here on a rating is a declaration of love on anybody's scale, unless the viewer gives it to everything. */
const LOVE_STARS = 4.5;
/** A star above the own mean is love on a strict rater's scale. */
const LOVE_SURPLUS_STARS = 1;
/** Half a star below the own mean, after shrinkage by one neutral film: not a slip of one rating. */
const AVOID_SURPLUS_STARS = -0.5;
/** Once may be chance; twice is a pattern. */
const PATTERN_COUNT = 2;

interface Tally {
  readonly name: string;
  count: number;
  score: number;
}

/** Rated at the viewer's own mean or above. */
export function isLiked({ surplusStars }: WeighedEntry): boolean {
  return surplusStars >= 0;
}

function isLoved(film: WeighedEntry): boolean {
  return isLiked(film) && (film.entry.rating >= LOVE_STARS || film.surplusStars >= LOVE_SURPLUS_STARS);
}

function nameOf({ entry }: WeighedEntry): string {
  const name = sanitizeText(entry.title, MAX_NAME_LENGTH);
  return entry.year === null ? name : `${name} (${entry.year})`;
}

/**
 * The films loved (4.5 stars or a star above the own mean) and the rest liked (at the own mean or above), each at most 8,
 * highest rating first, then newest.
 * @param history newest first, as `weighHistory` returns it
 */
export function favouriteFilms(history: readonly WeighedEntry[]): { loves: string[]; likes: string[] } {
  const ranked = history.filter(isLiked).sort((a, b) => b.entry.rating - a.entry.rating);
  const loves = [...new Set(ranked.filter(isLoved).map(nameOf))].slice(0, MAX_FILMS);
  const likes = [...new Set(ranked.map(nameOf))].filter((name) => !loves.includes(name)).slice(0, MAX_FILMS);
  return { loves, likes };
}

/** Counts and sums per name; names that differ in case or spacing are one, the first spelling by code point stands. */
function tally(pairs: Iterable<readonly [string, number]>): Tally[] {
  const byName = new Map<string, Tally>();
  for (const [text, score] of pairs) {
    const name = sanitizeText(text, MAX_NAME_LENGTH);
    if (name === '') continue;
    const key = name.toLowerCase();
    const known = byName.get(key) ?? { name, count: 0, score: 0 };
    const spelling = name < known.name ? name : known.name;
    byName.set(key, { name: spelling, count: known.count + 1, score: known.score + score });
  }
  return [...byName.values()];
}

function strongest(tallies: readonly Tally[], limit: number): string[] {
  const ranked = [...tallies].sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, limit).map(({ name }) => name);
}

/**
 * Genres whose mean surplus, shrunk by one neutral film (Σ surplus / (n + 1)), is half a star or more below the viewer's
 * mean; the most avoided first, at most 4.
 */
export function avoidedGenres(history: readonly WeighedEntry[]): string[] {
  const pairs = history.flatMap(({ entry, surplusStars }) =>
    [...new Set(entry.genres)].map((genre) => [genre, -surplusStars] as const),
  );
  const dislikes = tally(pairs).map((genre) => ({ ...genre, score: genre.score / (genre.count + 1) }));
  const avoided = dislikes.filter(({ score }) => score >= -AVOID_SURPLUS_STARS);
  return strongest(avoided, MAX_GENRES);
}

/** People met in at least two liked films, the most and most recently met first, at most 5. */
export function favouritePeople(history: readonly WeighedEntry[]): string[] {
  const pairs = history
    .filter(isLiked)
    .flatMap(({ entry, recency }) => [...new Set(entry.people)].map((person) => [person, recency] as const));
  return strongest(
    tally(pairs).filter(({ count }) => count >= PATTERN_COUNT),
    MAX_PEOPLE,
  );
}

/** Decades (`1940s`) with at least two liked films, the most and most recently liked first, at most 2. */
export function favouriteEras(history: readonly WeighedEntry[]): string[] {
  const pairs = history
    .filter(isLiked)
    .flatMap(({ entry, recency }) =>
      entry.year === null ? [] : [[`${Math.floor(entry.year / 10)}0s`, recency] as const],
    );
  return strongest(
    tally(pairs).filter(({ count }) => count >= PATTERN_COUNT),
    MAX_ERAS,
  );
}

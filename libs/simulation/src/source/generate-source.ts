import { createRandom, pick, pickIndex, type Random } from '@keyart/common';
import type { SourceFilm, SourceRating, WorldSource } from './source';

/** How large the stand-in is. */
export interface GeneratedSize {
  readonly viewerCount: number;
  readonly filmCount: number;
  readonly ratingsPerViewer: number;
}

/** Enough for every table to have rows, small enough for a test. */
export const SMALL_SOURCE: GeneratedSize = { viewerCount: 80, filmCount: 120, ratingsPerViewer: 40 };

const GENRES = [
  ...[
    'Action',
    'Adventure',
    'Animation',
    'Children',
    'Comedy',
    'Crime',
    'Drama',
    'Fantasy',
    'Horror',
    'Musical',
  ],
  ...['Mystery', 'Romance', 'Sci-Fi', 'Thriller', 'War', 'Western'],
] as const;
const ADJECTIVES = ['Silent', 'Golden', 'Broken', 'Distant', 'Hidden', 'Burning', 'Paper', 'Winter'] as const;
const NOUNS = ['Harbour', 'Letter', 'Machine', 'Garden', 'Frontier', 'Orchard', 'Signal', 'Empire'] as const;
const FIRST_NAMES = ['Ada', 'Ben', 'Cleo', 'Dov', 'Esme', 'Finn', 'Gia', 'Hal'] as const;
const LAST_NAMES = ['Marsh', 'Okoro', 'Pine', 'Quist', 'Rowe', 'Sand', 'Tamm', 'Vale'] as const;
const KEYWORDS = [
  'friendship',
  'dog',
  'love',
  'murder',
  'future',
  'magic',
  'soldier',
  'investigation',
] as const;

const START_MS = Date.UTC(2015, 0, 1);
const DAY_MS = 24 * 3_600_000;

function some<T>(items: readonly T[], count: number, random: Random): T[] {
  return [...new Set(Array.from({ length: count }, () => pick(items, random)))];
}

function generateFilm(at: number, random: Random): SourceFilm {
  const people = (): string => `${pick(FIRST_NAMES, random)} ${pick(LAST_NAMES, random)}`;
  return {
    filmId: String(at + 1),
    name: `${pick(ADJECTIVES, random)} ${pick(NOUNS, random)} ${at + 1}`,
    year: 1950 + Math.floor(random.next() * 70),
    genres: some(GENRES, 3, random),
    keywords: some(KEYWORDS, 2, random),
    cast: Array.from({ length: 3 }, people),
    synopsis: 'A made-up film.',
  };
}

/** Viewers like two genres and dislike one; they watch what they like more often, and rate it higher. */
function generateRatings(
  { films, ratingsPerViewer }: { readonly films: readonly SourceFilm[]; readonly ratingsPerViewer: number },
  viewerId: string,
  random: Random,
): SourceRating[] {
  const liked = some(GENRES, 2, random);
  const disliked = pick(GENRES, random);
  const pull = ({ genres }: SourceFilm): number =>
    liked.filter((genre) => genres.includes(genre)).length - Number(genres.includes(disliked));
  const odds = films.map((film) => Math.exp(pull(film)));
  return Array.from({ length: Math.min(ratingsPerViewer, films.length) }, (_, i): SourceRating => {
    const at = pickIndex(odds, random);
    odds[at] = 0;
    const stars = Math.round(2 * (3.4 + 0.7 * pull(films[at]) + random.next() - 0.5)) / 2;
    return {
      viewerId,
      filmId: films[at].filmId,
      stars: Math.min(5, Math.max(0.5, stars)),
      atMs: START_MS + i * DAY_MS,
    };
  });
}

/** A stand-in where there are no real histories: films, viewers and ratings, all made up, the same for equal seeds. */
export function generateSource(seed: string, size: GeneratedSize = SMALL_SOURCE): WorldSource {
  const random = createRandom(`${seed}/source`);
  const films = Array.from({ length: size.filmCount }, (_, at) => generateFilm(at, random));
  const viewerIds = Array.from({ length: size.viewerCount }, (_, i) => String(i + 1));
  const { ratingsPerViewer } = size;
  const ratings = viewerIds.flatMap((id) => generateRatings({ films, ratingsPerViewer }, id, random));
  return { name: 'generated stand-in', films, ratings };
}

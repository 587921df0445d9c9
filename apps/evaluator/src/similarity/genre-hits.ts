import { createRandom } from '@keyart/common';
import type { Neighbours, SimilarityTitle } from '@keyart/similarity';

/** How often what is near shares a genre. */
export interface GenreHits {
  /** Mean over titles of the share of the k nearest that have a genre in common with it, in [0, 1]. */
  readonly hitFraction: number;
  /** The same of titles drawn at random. */
  readonly randomFraction: number;
  readonly titleCount: number;
}

const RANDOM_PAIRS = 50_000;
const LEAST_STEMMED = 4;

function genreSets(titles: readonly SimilarityTitle[]): ReadonlySet<string>[] {
  return titles.map(({ genres }) => new Set(genres.map((genre) => genre.toLowerCase())));
}

function isShared(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((genre) => b.has(genre));
}

/** genre-hit@k: genres must not have been in the vectors. */
export function genreHits(
  titles: readonly SimilarityTitle[],
  { k, places }: Neighbours,
  seed: string,
): GenreHits {
  const genres = genreSets(titles);
  let hits = 0;
  for (let at = 0; at < places.length; at++)
    if (places[at] >= 0 && isShared(genres[Math.floor(at / k)], genres[places[at]])) hits++;
  const random = createRandom(`genre-hits/${seed}`);
  const draw = (): number => Math.floor(random.next() * titles.length);
  let chance = 0;
  for (let pair = 0; pair < RANDOM_PAIRS; pair++) if (isShared(genres[draw()], genres[draw()])) chance++;
  return {
    hitFraction: hits / Math.max(1, places.length),
    randomFraction: chance / RANDOM_PAIRS,
    titleCount: titles.length,
  };
}

/**
 * The titles with no word of any genre of the corpus in their synopses: encyclopaedias name genres in the first sentence. All of them go, not
 * just a title's own: what is left of them would otherwise tell which genres a title does not have.
 */
export function withoutGenreWords(titles: readonly SimilarityTitle[]): SimilarityTitle[] {
  const genres = titles.flatMap((title) => title.genres);
  const stems = new Set(
    genres.flatMap((genre) => genre.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(stemOf),
  );
  if (stems.size === 0) return [...titles];
  const pattern = new RegExp(`(?<!\\p{L})(${[...stems].join('|')})\\p{L}*`, 'giu');
  return titles.map((title) => ({ ...title, synopsis: title.synopsis.replace(pattern, ' ') }));
}

/** Comedy and comedies are one word. */
function stemOf(word: string): string {
  return word.length > LEAST_STEMMED ? word.replace(/[sy]$/u, '') : word;
}

import { buildTasteProfile, tasteVector } from '@keyart/features';
import type { SimilarityTitle } from '@keyart/similarity';
import type { SourceFilm, SourceRating, WorldSource } from '@keyart/simulation';

/** A viewer of the audience task: what was watched before, and what later. */
export interface AudienceViewer {
  readonly viewerId: string;
  /** Films of the first 70% of the ratings, by id. */
  readonly seen: ReadonlySet<string>;
  /** Films of the rest. */
  readonly taken: ReadonlySet<string>;
  /** Leanings of what was seen, `[F]`. */
  readonly taste: Float64Array;
  /** Year of the last rating. */
  readonly lastYear: number;
}

/** A viewer before a film that was not seen yet, and whether it was then taken. */
export interface AudiencePair {
  readonly viewer: AudienceViewer;
  readonly filmId: string;
  readonly isTake: boolean;
}

/** The task: learn from films before a year who takes films of that year and later. */
export interface AudienceTask {
  readonly splitYear: number;
  /** Films from before the split. */
  readonly donors: readonly SourceFilm[];
  /** Films from the split on: nobody has seen one before. */
  readonly cold: readonly SourceFilm[];
  /** Viewers who had left before the split, and films of the years before it. */
  readonly training: readonly AudiencePair[];
  /** Viewers who were there after the split, and cold films. */
  readonly test: readonly AudiencePair[];
}

const SEEN_FRACTION = 0.7;
/** Source tasks are films that were as new as cold ones are. */
const SOURCE_YEARS = 8;
const LEADS = 4;

function viewerOf(ratings: readonly SourceRating[], films: ReadonlyMap<string, SourceFilm>): AudienceViewer {
  const ordered = [...ratings].sort((a, b) => a.atMs - b.atMs || (a.filmId < b.filmId ? -1 : 1));
  const count = Math.ceil(ordered.length * SEEN_FRACTION);
  const history = ordered.slice(0, count).flatMap(({ filmId, stars, atMs }) => {
    const film = films.get(filmId);
    if (!film) return [];
    const { name, year, genres, cast } = film;
    const people = cast.slice(0, LEADS);
    return [{ title: name, year, genres, people, rating: stars, watchedAt: new Date(atMs) }];
  });
  return {
    viewerId: ordered[0].viewerId,
    seen: new Set(ordered.slice(0, count).map(({ filmId }) => filmId)),
    taken: new Set(ordered.slice(count).map(({ filmId }) => filmId)),
    taste: tasteVector(buildTasteProfile(history)),
    lastYear: new Date(ordered[ordered.length - 1].atMs).getUTCFullYear(),
  };
}

function pairsOf(viewers: readonly AudienceViewer[], films: readonly SourceFilm[]): AudiencePair[] {
  return viewers.flatMap((viewer) =>
    films
      .filter(({ filmId, year }) => year !== null && year <= viewer.lastYear && !viewer.seen.has(filmId))
      .map(({ filmId }) => ({ viewer, filmId, isTake: viewer.taken.has(filmId) })),
  );
}

/** Splits histories by time: a film is cold if it came out in the split year or later. */
export function audienceTask({ films, ratings }: WorldSource, splitYear: number): AudienceTask {
  const known = new Map(films.map((film) => [film.filmId, film]));
  const byViewer = new Map<string, SourceRating[]>();
  for (const rating of ratings)
    byViewer.set(rating.viewerId, [...(byViewer.get(rating.viewerId) ?? []), rating]);
  const viewers = [...byViewer.values()].map((own) => viewerOf(own, known));
  const [before, after] = [
    viewers.filter(({ lastYear }) => lastYear < splitYear),
    viewers.filter(({ lastYear }) => lastYear >= splitYear),
  ];
  const rated = new Set(before.flatMap(({ seen, taken }) => [...seen, ...taken]));
  const yearOf = ({ year }: SourceFilm): number => year ?? splitYear;
  const donors = films.filter((film) => yearOf(film) < splitYear && rated.has(film.filmId));
  const cold = films.filter(({ year }) => year !== null && year >= splitYear);
  const sources = donors.filter((film) => yearOf(film) >= splitYear - SOURCE_YEARS);
  return { splitYear, donors, cold, training: pairsOf(before, sources), test: pairsOf(after, cold) };
}

/** What the similarity map reads of a film. */
export function similarityTitleOf({
  filmId,
  name,
  year,
  synopsis,
  genres,
  keywords,
  cast,
}: SourceFilm): SimilarityTitle {
  return { titleId: filmId, name, year, synopsis, genres, tags: keywords, people: cast, originCountries: [] };
}

import path from 'node:path';
import { InputError, messageOf } from '@keyart/common';
import { Analysis, literal } from '@keyart/decision-log';
import type { SourceFilm, SourceRating, WorldSource } from '@keyart/simulation';
import { filmName, nameKey } from './film-name';
import { checkSourceFolders, type SourceFolders } from './source-folders';

interface MovieRow {
  readonly film_id: string;
  readonly title: string;
  readonly genres: string;
  readonly tmdb_genres: string | null;
  readonly keywords: string | null;
  readonly overview: string | null;
  readonly has_tmdb: boolean;
}

interface WikipediaRow {
  readonly title: string;
  readonly year: number;
  readonly genres: readonly string[];
  readonly cast: readonly string[];
  readonly extract: string | null;
}

const SOURCE_NAME = 'MovieLens latest-small with TMDB 5000 and Wikipedia';

const csv = (file: string): string => `read_csv(${literal(file)}, header = true, all_varchar = true)`;

/** Every film with its TMDB row, where there is one. */
function moviesSql({ movielens, tmdb }: SourceFolders): string {
  const [movies, links, details] = [
    csv(path.join(movielens, 'movies.csv')),
    csv(path.join(movielens, 'links.csv')),
    csv(path.join(tmdb, 'tmdb_5000_movies.csv')),
  ];
  return `SELECT m.movieId AS film_id, m.title, m.genres, t.genres AS tmdb_genres, t.keywords, t.overview, t.id IS NOT NULL AS has_tmdb
    FROM ${movies} m LEFT JOIN ${links} l ON l.movieId = m.movieId LEFT JOIN ${details} t ON t.id = l.tmdbId
    ORDER BY CAST(m.movieId AS INTEGER)`;
}

function wikipediaSql({ wikipedia }: SourceFolders): string {
  const columns = `columns = {title: 'VARCHAR', year: 'INTEGER', genres: 'VARCHAR[]', "cast": 'VARCHAR[]', extract: 'VARCHAR'}`;
  const files = literal(path.join(wikipedia, 'movies-*.json'));
  return `SELECT title, year, genres, "cast", extract FROM read_json(${files}, format = 'array', ${columns}, maximum_object_size = 100000000)`;
}

function ratingsSql({ movielens }: SourceFolders): string {
  return `SELECT userId AS "viewerId", movieId AS "filmId", CAST(rating AS DOUBLE) AS stars, CAST("timestamp" AS DOUBLE) * 1000 AS "atMs"
    FROM ${csv(path.join(movielens, 'ratings.csv'))} ORDER BY CAST(userId AS INTEGER), CAST("timestamp" AS BIGINT), CAST(movieId AS INTEGER)`;
}

function namesIn(json: string | null): string[] {
  return json === null ? [] : (JSON.parse(json) as { name: string }[]).map(({ name }) => name);
}

function genresOf(listed: string): string[] {
  return listed === '(no genres listed)' ? [] : listed.split('|');
}

/** Wikipedia's films by name and year. */
class WikipediaIndex {
  private readonly films = new Map<string, WikipediaRow>();

  constructor(rows: readonly WikipediaRow[]) {
    for (const row of rows) {
      const key = `${nameKey(row.title)}/${row.year}`;
      if (!this.films.has(key)) this.films.set(key, row);
    }
  }

  /** The catalogues differ by a year now and then: the year itself first, then its neighbours. */
  find(name: string, year: number | null): WikipediaRow | null {
    if (year === null) return null;
    const found = [year, year + 1, year - 1].map((near) => this.films.get(`${nameKey(name)}/${near}`));
    return found.find((row) => row !== undefined) ?? null;
  }
}

function filmOf(row: MovieRow, wikipedia: WikipediaIndex): SourceFilm | null {
  const { name, year } = filmName(row.title);
  const article = wikipedia.find(name, year);
  if (!row.has_tmdb && article === null) return null;
  const genres = [...genresOf(row.genres), ...namesIn(row.tmdb_genres), ...(article?.genres ?? [])];
  return {
    filmId: row.film_id,
    ...{ name, year },
    genres: [...new Set(genres)],
    keywords: namesIn(row.keywords).map((keyword) => keyword.toLowerCase()),
    cast: article?.cast ?? [],
    synopsis: row.overview ?? article?.extract ?? '',
  };
}

/**
 * Real histories and films; films that neither TMDB nor Wikipedia knows are left out, with their ratings (8% of them).
 * @throws InputError `MISSING_WORLD_SOURCE` naming option and file, `BAD_WORLD_SOURCE` where a file has other columns
 */
export async function readSource(folders: SourceFolders): Promise<WorldSource> {
  await checkSourceFolders(folders);
  const analysis = await Analysis.open();
  try {
    const wikipedia = new WikipediaIndex(await analysis.rows<WikipediaRow>(wikipediaSql(folders)));
    const movies = await analysis.rows<MovieRow>(moviesSql(folders));
    const films = movies.map((row) => filmOf(row, wikipedia)).filter((film) => film !== null);
    const known = new Set(films.map(({ filmId }) => filmId));
    const ratings = await analysis.rows<SourceRating>(ratingsSql(folders));
    return { name: SOURCE_NAME, films, ratings: ratings.filter(({ filmId }) => known.has(filmId)) };
  } catch (error) {
    throw new InputError('BAD_WORLD_SOURCE', `the data is not what was expected: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    await analysis.close();
  }
}

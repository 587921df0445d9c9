import { access } from 'node:fs/promises';
import path from 'node:path';
import { createRandom, InputError, messageOf, shuffled } from '@keyart/common';
import { Analysis, literal } from '@keyart/decision-log';
import type { SimilarityTitle } from '@keyart/similarity';
import { nameKey } from '../world/film-name';

/** Where films are read from. */
export interface CorpusFolders {
  /** Wikipedia film lists by decade: `movies-*.json`. */
  readonly wikipedia: string;
  /** TMDB 5000: `tmdb_5000_movies.csv`, whose keywords become tags; unset: no tags. */
  readonly tmdb?: string;
}

/** Which of the films. */
export interface CorpusSelection {
  /** At most so many, drawn by the seed; unset: all. */
  readonly count?: number;
  readonly seed: string;
  /** Only films that TMDB has keywords of. */
  readonly isTagged?: boolean;
}

interface FilmRow {
  readonly title: string;
  readonly year: number;
  readonly genres: readonly string[];
  readonly cast: readonly string[];
  readonly extract: string | null;
  readonly href: string | null;
}

interface KeywordRow {
  readonly title: string;
  readonly year: number | null;
  readonly keywords: string | null;
  readonly countries: string | null;
}

interface Details {
  readonly tags: readonly string[];
  readonly countries: readonly string[];
}

/** An extract shorter than that says nothing of what the film is about. */
const LEAST_EXTRACT_LENGTH = 80;

function filmsSql(folder: string): string {
  const columns = `columns = {title: 'VARCHAR', year: 'INTEGER', genres: 'VARCHAR[]', "cast": 'VARCHAR[]', extract: 'VARCHAR', href: 'VARCHAR'}`;
  const files = literal(path.join(folder, 'movies-*.json'));
  return `SELECT title, year, genres, "cast", extract, href FROM read_json(${files}, format = 'array', ${columns}, maximum_object_size = 100000000)
    WHERE len(genres) > 0 AND length(extract) > ${LEAST_EXTRACT_LENGTH} ORDER BY year, title, href`;
}

function keywordsSql(folder: string): string {
  const file = literal(path.join(folder, 'tmdb_5000_movies.csv'));
  return `SELECT title, TRY_CAST(left(release_date, 4) AS INTEGER) AS year, keywords, production_countries AS countries
    FROM read_csv(${file}, header = true, all_varchar = true)`;
}

async function checkThere(option: string, file: string): Promise<void> {
  await access(file).catch(() => {
    throw new InputError('MISSING_CORPUS', `--${option}: ${file} is not there`);
  });
}

function namesIn(json: string | null, field: string): string[] {
  return json === null ? [] : (JSON.parse(json) as Record<string, string>[]).map((entry) => entry[field]);
}

async function detailsOf(analysis: Analysis, folder: string): Promise<Map<string, Details>> {
  const rows = await analysis.rows<KeywordRow>(keywordsSql(folder));
  return new Map(
    rows.map(({ title, year, keywords, countries }) => [
      `${nameKey(title)}/${year}`,
      {
        tags: namesIn(keywords, 'name').map((keyword) => keyword.toLowerCase()),
        countries: namesIn(countries, 'iso_3166_1'),
      },
    ]),
  );
}

function titlesOf(films: readonly FilmRow[], details: ReadonlyMap<string, Details>): SimilarityTitle[] {
  const seen = new Set<string>();
  return films.flatMap((film): SimilarityTitle[] => {
    const titleId = `${film.href ?? film.title}/${film.year}`;
    if (seen.has(titleId)) return [];
    seen.add(titleId);
    const found = [0, 1, -1].map((off) => details.get(`${nameKey(film.title)}/${film.year + off}`));
    const own = found.find((one) => one !== undefined);
    return [
      {
        ...{ titleId, name: film.title, year: film.year, synopsis: film.extract ?? '' },
        ...{ genres: film.genres, people: film.cast, tags: own?.tags ?? [] },
        originCountries: own?.countries ?? [],
      },
    ];
  });
}

/**
 * Films of Wikipedia with genres and an extract of more than 80 characters, in order of year and name or as drawn; with TMDB's keywords as tags where
 * name and year (a year more or less) agree.
 * @throws InputError `MISSING_CORPUS` naming option and file, `BAD_CORPUS` where a file has other columns
 */
export async function readCorpus(
  { wikipedia, tmdb }: CorpusFolders,
  { count, seed, isTagged = false }: CorpusSelection,
): Promise<SimilarityTitle[]> {
  await checkThere('wikipedia', path.join(wikipedia, 'movies-1990s.json'));
  if (tmdb !== undefined) await checkThere('tmdb', path.join(tmdb, 'tmdb_5000_movies.csv'));
  const analysis = await Analysis.open();
  try {
    const details = tmdb === undefined ? new Map<string, Details>() : await detailsOf(analysis, tmdb);
    const all = titlesOf(await analysis.rows<FilmRow>(filmsSql(wikipedia)), details);
    const titles = isTagged ? all.filter(({ tags }) => tags.length > 0) : all;
    if (count === undefined || count >= titles.length) return titles;
    return shuffled(titles, createRandom(`corpus/${seed}`)).slice(0, count);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('BAD_CORPUS', `the data is not what was expected: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    await analysis.close();
  }
}

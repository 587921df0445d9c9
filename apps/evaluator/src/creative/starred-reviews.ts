import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError, messageOf } from '@keyart/common';
import { literal, withAnalysis } from '@keyart/decision-log';

/** Where starred reviews and genres are read from. */
export interface StarredSource {
  /** Large Movie Review Dataset as `split, label, id, stars, title, text`, tabs between, gzip. */
  readonly imdb: string;
  /** MovieLens: `links.csv` and `movies.csv`. */
  readonly movielens: string;
}

/** Lines of `analysed-reviews/1` that say no more than stars do. */
export interface StarredReviews {
  readonly lines: readonly string[];
  readonly reviewCount: number;
  readonly titleCount: number;
  /** Of films that MovieLens does not know. */
  readonly unknownCount: number;
}

interface Film {
  readonly imdb_id: string;
  readonly name: string;
  readonly genres: string;
}

const HEADING = 'split\tlabel\tid\tstars\ttitle\ttext';
const NO_GENRES = '(no genres listed)';
const [MIDDLE_STARS, MOST_FROM_MIDDLE] = [5.5, 4.5];

/**
 * Reviews with stars in the place of a sentiment engine: polarity (stars − 5.5)/4.5, intensity its size, genres of the film with the same IMDb id.
 * No aspects, no tones.
 * @throws InputError `BAD_CORPUS` naming file and line
 */
export async function starredReviews({ imdb, movielens }: StarredSource): Promise<StarredReviews> {
  const films = new Map((await readFilms(movielens)).map((film) => [`tt${film.imdb_id}`, film]));
  const [heading, ...rows] = (await readPacked(imdb)).trimEnd().split('\n');
  if (heading !== HEADING) throw bad(imdb, `line 1 is not ${HEADING.replaceAll('\t', ', ')}`);
  const titles = new Set<string>();
  const lines = rows.flatMap((row, i) => {
    const [, , , stars, titleId, text, ...more] = row.split('\t');
    if (text === undefined || more.length > 0) throw bad(imdb, `line ${i + 2} has not six fields`);
    const film = films.get(titleId);
    if (!film) return [];
    titles.add(titleId);
    return [lineOf(film, { titleId, stars: Number(stars), text })];
  });
  return {
    lines,
    reviewCount: lines.length,
    titleCount: titles.size,
    unknownCount: rows.length - lines.length,
  };
}

function lineOf({ name, genres }: Film, review: { titleId: string; stars: number; text: string }): string {
  const polarity = (review.stars - MIDDLE_STARS) / MOST_FROM_MIDDLE;
  return JSON.stringify({
    ...{ ...review, title: name, genres: genres === NO_GENRES ? [] : genres.split('|') },
    ...{ polarity, intensity: Math.abs(polarity) },
  });
}

async function readFilms(folder: string): Promise<Film[]> {
  const table = (name: string): string =>
    `read_csv(${literal(path.join(folder, name))}, header = true, all_varchar = true)`;
  const sql = `SELECT "imdbId" AS imdb_id, title AS name, genres FROM ${table('links.csv')} JOIN ${table('movies.csv')} USING ("movieId")`;
  try {
    return await withAnalysis((analysis) => analysis.rows<Film>(sql));
  } catch (cause) {
    throw bad(folder, messageOf(cause).split('\n')[0]);
  }
}

async function readPacked(file: string): Promise<string> {
  try {
    return (await promisify(gunzip)(await readFile(file))).toString('utf8');
  } catch (cause) {
    throw bad(file, messageOf(cause));
  }
}

function bad(file: string, problem: string): InputError {
  return new InputError('BAD_CORPUS', `${file}: ${problem}`);
}

import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError, messageOf } from '@keyart/common';
import { Analysis, literal } from '@keyart/decision-log';

/** Where launches are read from. */
export interface LaunchFolders {
  /** `countries_*.tsv.gz`, or `.tsv`: weekly Top 10 by country, as Netflix publishes them. */
  readonly top10: string;
  /** `netflix_titles.csv`: titles with countries, cast, shelves and description. */
  readonly titles: string;
}

/** A name in a country's chart of a week. */
export interface ChartRow {
  readonly country: string;
  readonly week: string;
  readonly category: 'Films' | 'TV';
  readonly name: string;
}

/** A line of the catalogue. */
export interface CatalogueRow {
  readonly show_id: string;
  readonly type: string;
  readonly title: string;
  readonly director: string | null;
  readonly cast: string | null;
  readonly country: string | null;
  readonly release_year: number | null;
  readonly listed_in: string | null;
  readonly description: string | null;
}

/** What the two files hold. */
export interface LaunchRows {
  readonly charts: readonly ChartRow[];
  readonly catalogue: readonly CatalogueRow[];
}

const CHART_FILE = /^countries.*\.tsv(\.gz)?$/;
const CATALOGUE_FILE = 'netflix_titles.csv';

async function chartFile(folder: string): Promise<string> {
  const files = await readdir(folder).catch(() => []);
  const found = files.filter((file) => CHART_FILE.test(file)).sort();
  if (found.length > 0) return path.join(folder, found[0]);
  throw new InputError('MISSING_CORPUS', `--top10: ${folder} has no countries_*.tsv.gz`);
}

async function catalogueFile(folder: string): Promise<string> {
  const file = path.join(folder, CATALOGUE_FILE);
  await access(file).catch(() => {
    throw new InputError('MISSING_CORPUS', `--titles: ${file} is not there`);
  });
  return file;
}

async function rowsOf<T extends object>(
  analysis: Analysis,
  file: string,
  sql: string,
): Promise<readonly T[]> {
  try {
    return await analysis.rows<T>(sql);
  } catch (error) {
    throw new InputError('BAD_CORPUS', `${file} is not what was expected: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** Reads both files. @throws InputError `MISSING_CORPUS` naming option and file, `BAD_CORPUS` where a file has other columns */
export async function readLaunchRows({ top10, titles }: LaunchFolders): Promise<LaunchRows> {
  const chart = await chartFile(top10);
  const list = await catalogueFile(titles);
  const analysis = await Analysis.open();
  try {
    const charts = await rowsOf<ChartRow>(
      analysis,
      chart,
      `SELECT DISTINCT country_iso2 AS country, week, category, show_title AS name
       FROM read_csv(${literal(chart)}, delim = '\\t', header = true, all_varchar = true, quote = '')
       ORDER BY week, country, category, name`,
    );
    const catalogue = await rowsOf<CatalogueRow>(
      analysis,
      list,
      `SELECT show_id, type, title, director, "cast", country, TRY_CAST(release_year AS INTEGER) AS release_year, listed_in, description
       FROM read_csv(${literal(list)}, header = true, all_varchar = true)`,
    );
    return { charts, catalogue };
  } finally {
    await analysis.close();
  }
}

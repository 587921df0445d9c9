import path from 'node:path';
import { InputError } from '@keyart/common';
import type { PolarityRow } from '@keyart/sentiment';
import { readLines, tableOf, type TableRow } from './read-table';

const SIDES: Readonly<Record<string, boolean>> = {
  ...{ pos: true, positive: true, '1': true },
  ...{ neg: false, negative: false, '0': false },
};

/**
 * Reviews of a table with columns `label, id, stars, text` and possibly others; `title`, where there is one, tells which are held out together.
 * @throws InputError `BAD_FILE` naming line and column
 */
export async function readPolarityRows(file: string): Promise<PolarityRow[]> {
  const rows = tableOf(file, await readLines(file), ['label', 'id', 'text']);
  if (rows.length === 0) throw new InputError('BAD_FILE', `${file}: has no rows`);
  return rows.map((row) => polarityRow(file, row));
}

function polarityRow(file: string, { line, cells }: TableRow): PolarityRow {
  const isPositive = SIDES[cells.label.trim().toLowerCase()];
  if (isPositive === undefined)
    throw new InputError('BAD_FILE', `${file}: line ${line}: label: "${cells.label}" is neither pos nor neg`);
  return {
    text: cells.text,
    isPositive,
    group: cells.title ?? cells.id,
    stars: starsOf(file, line, cells.stars),
  };
}

function starsOf(file: string, line: number, text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null;
  const stars = Number(text);
  if (!Number.isFinite(stars))
    throw new InputError('BAD_FILE', `${file}: line ${line}: stars: "${text}" is no number`);
  return stars;
}

/** Sentences of `rt-polarity.pos` and `rt-polarity.neg` in a folder; a sentence that stands twice is held out together. */
export async function readRottenTomatoes(folder: string): Promise<PolarityRow[]> {
  const [positive, negative] = await Promise.all(
    ['pos', 'neg'].map((side) => readLines(path.join(folder, `rt-polarity.${side}`))),
  );
  const rowsOf = (lines: readonly string[], isPositive: boolean): PolarityRow[] =>
    lines.map((text) => ({ text, isPositive, group: text, stars: null }));
  return [...rowsOf(positive, true), ...rowsOf(negative, false)];
}

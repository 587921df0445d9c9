import { stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '@keyart/common';
import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import { literal } from '../sql-text';

/** A file as something to select from. */
export interface LogRelation {
  readonly file: string;
  /** SQL of a table. */
  readonly sql: string;
  /** SQL of the same rows with their number, and of the number (from 1). */
  readonly numbered: { readonly sql: string; readonly row: string };
  /** Column → DuckDB type. */
  readonly columns: ReadonlyMap<string, string>;
}

/** CSV is read as text, so that what is no number can be shown as it stands. */
const READERS: Readonly<Record<string, (file: string) => string>> = {
  '.parquet': (file) => `read_parquet(${file})`,
  '.csv': (file) => `read_csv(${file}, header = true, all_varchar = true, nullstr = '')`,
  '.jsonl': (file) => `read_json(${file}, format = 'newline_delimited')`,
  '.ndjson': (file) => `read_json(${file}, format = 'newline_delimited')`,
};

/** @throws DecisionLogError `BAD_LOG_FILE` */
export async function openRelation(analysis: Analysis, file: string): Promise<LogRelation> {
  const read = READERS[path.extname(file).toLowerCase()];
  if (!read) {
    const known = Object.keys(READERS).join(', ');
    throw new DecisionLogError('BAD_LOG_FILE', `${file}: the extension must be one of ${known}`);
  }
  await checkSize(file);
  const sql = read(literal(file));
  const described = await readable(file, () =>
    analysis.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${sql}`),
  );
  const columns = new Map(described.map((one) => [one.column_name, one.column_type]));
  return { file, sql, columns, numbered: numbered({ file, sql, columns }) };
}

/** Parquet knows where a row stands, so that several threads can read it; but not beside a column of that name. */
function numbered({ file, sql, columns }: Omit<LogRelation, 'numbered'>): LogRelation['numbered'] {
  const isTaken = [...columns.keys()].some((column) => column.toLowerCase() === 'file_row_number');
  const isParquet = path.extname(file).toLowerCase() === '.parquet';
  if (isTaken || !isParquet) return { sql, row: 'row_number() OVER ()' };
  return { sql: `read_parquet(${literal(file)}, file_row_number = true)`, row: 'file_row_number + 1' };
}

/** Runs what reads a file. @throws DecisionLogError where the file cannot be read to its end */
export async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const [reason] = messageOf(cause).split('\n\n');
    const message = `${file} cannot be read: ${reason.replaceAll('\n', ' ')}. Is it whole, and of the kind its name says?`;
    throw new DecisionLogError('BAD_LOG_FILE', message, { cause });
  }
}

async function checkSize(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new DecisionLogError('BAD_LOG_FILE', `${file} is no file`);
  if (found.size === 0) throw new DecisionLogError('BAD_LOG_FILE', `${file} is empty`);
}

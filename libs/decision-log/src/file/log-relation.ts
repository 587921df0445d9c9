import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import { literal } from '../sql-text';
import { checkColumnNames } from './check-column-names';
import { checkCsv } from './check-csv';
import { readable } from './readable';

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
  const describe = (): Promise<{ column_name: string; column_type: string }[]> =>
    analysis.rows(`DESCRIBE SELECT * FROM ${sql}`);
  const kind = path.extname(file).toLowerCase();
  if (kind === '.csv')
    await checkCsv(analysis, file, async () => (await describe()).map((one) => one.column_name));
  const described = await readable(file, describe);
  if (kind === '.parquet') checkColumnNames(file, await parquetColumns(analysis, file));
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

async function checkSize(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new DecisionLogError('BAD_LOG_FILE', `${file} is no file`);
  if (found.size === 0) throw new DecisionLogError('BAD_LOG_FILE', `${file} is empty`);
}

/** Names as they stand in the file, those of structures left out. */
async function parquetColumns(analysis: Analysis, file: string): Promise<string[]> {
  const [root, ...nodes] = await analysis.rows<{ name: string; children: number }>(
    `SELECT name, coalesce(num_children, 0)::DOUBLE AS children FROM parquet_schema(${literal(file)})`,
  );
  const names: string[] = [];
  let within = 0;
  for (const { name, children } of nodes) {
    if (within === 0) names.push(name);
    else within--;
    within += children;
  }
  return names.slice(0, root.children);
}

import { DuckDBInstance } from '@duckdb/node-api';
import { LOG_COLUMNS } from '@keyart/decision-log';
import type { LogFormat } from './log-format';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const COPY_OPTIONS = { parquet: '(FORMAT parquet, COMPRESSION zstd)', csv: '(FORMAT csv, HEADER)' } as const;

/** CSV has no lists: they become JSON arrays in a cell. */
function projection(format: LogFormat): string {
  const names = Object.entries(LOG_COLUMNS);
  return names
    .map(([name, type]) =>
      format === 'csv' && type.endsWith('[]') ? `to_json("${name}") AS "${name}"` : `"${name}"`,
    )
    .join(', ');
}

/** Turns the JSON-lines file `from` into `to` with DuckDB, column types as declared. */
export async function convertLog(
  from: string,
  to: string,
  format: Exclude<LogFormat, 'jsonl'>,
): Promise<void> {
  const columns = Object.entries(LOG_COLUMNS).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  const source = `read_json(${quoted(from)}, format = 'newline_delimited', columns = {${columns.join(', ')}})`;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      `COPY (SELECT ${projection(format)} FROM ${source}) TO ${quoted(to)} ${COPY_OPTIONS[format]}`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

import type { Analysis } from '../analysis';
import type { ColumnMapping, ReadColumn } from '../file/column-mapping';
import { LOG_COLUMNS } from '../file/log-columns';
import type { LogRelation } from '../file/log-relation';
import { readable } from '../file/readable';
import { identifier, literal } from '../sql-text';

/** A log and what its columns are called. */
export interface HoldoutSource {
  readonly relation: LogRelation;
  readonly mapping: ColumnMapping;
}

/** What became of the columns. */
export interface WrittenColumns {
  /** Renamed ones, for people. */
  readonly notes: readonly string[];
}

/**
 * Writes the rows of the table `chosen` with all columns of the log to a Parquet file, in the order of time: those of `decision-log/1` by
 * its names and types, whatever they were called, the others as they are.
 */
export async function writeHoldoutRows(
  analysis: Analysis,
  { relation, mapping }: HoldoutSource,
  out: string,
): Promise<WrittenColumns> {
  const names = namesOf(relation, mapping);
  const columns = [...names].map(([from, to]) => `${valueOf(from, to, relation)} AS ${identifier(to)}`);
  const id = identifier(mapping.columns.get('decision_id') ?? 'decision_id');
  const rows = `SELECT ${columns.join(', ')} FROM ${relation.sql} WHERE ${id}::VARCHAR IN (SELECT decision_id FROM chosen)`;
  await readable(relation.file, () =>
    analysis.run(
      `COPY (SELECT * FROM (${rows}) ORDER BY "timestamp", decision_id) TO ${literal(out)} (FORMAT parquet, COMPRESSION zstd)`,
    ),
  );
  const renamed = [...names].filter(([from, to]) => from !== to);
  return { notes: renamed.map(([from, to]) => `column ${from} is called ${to} in the holdout`) };
}

/** Name in the file → name in the holdout, in the order of the file. */
function namesOf({ columns }: LogRelation, mapping: ColumnMapping): Map<string, string> {
  const mapped = new Map<string, ReadColumn>([...mapping.columns].map(([column, name]) => [name, column]));
  const taken = new Set<string>(mapping.columns.keys());
  return new Map(
    [...columns.keys()].map((name) => {
      const column = mapped.get(name);
      if (column !== undefined) return [name, column];
      return [name, taken.has(name) ? `source_${name}` : name];
    }),
  );
}

function valueOf(from: string, to: string, { columns }: LogRelation): string {
  const type = (LOG_COLUMNS as Readonly<Record<string, string | undefined>>)[to];
  const name = identifier(from);
  if (type === undefined) return name;
  const isListInText = type.endsWith('[]') && !columns.get(from)?.endsWith('[]');
  return isListInText ? `CAST(CAST(${name} AS JSON) AS ${type})` : `CAST(${name} AS ${type})`;
}

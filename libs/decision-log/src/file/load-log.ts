import path from 'node:path';
import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import { identifier } from '../sql-text';
import { findBlankLines, type BlankLines } from './blank-lines';
import { mapColumns, missing, type ColumnMapping, type ReadColumn } from './column-mapping';
import { openRelation, type LogRelation } from './log-relation';
import { readable } from './readable';

/** Which columns of a file are wanted. */
export interface LoadOptions {
  readonly file: string;
  /** See `mapColumns`. */
  readonly map?: string;
  /** Columns that hold a policy's probability of the logged action. */
  readonly probabilityColumns: readonly string[];
  /** Columns to tell groups apart by. */
  readonly segments: readonly string[];
}

/** A log that lies in the table `log`, not checked yet. */
export interface LoadedLog {
  readonly file: string;
  readonly mapping: ColumnMapping;
  readonly segments: readonly string[];
  /** Rows of the file. */
  readonly rowCount: number;
  /** Rows whose picture was locked, which nobody chose: they are left out. */
  readonly lockedCount: number;
  /** Of a CSV file; null: another kind. */
  readonly blankLines: BlankLines | null;
  /** Columns of `extras` by how the reward model reads them. */
  readonly numberExtras: readonly string[];
  readonly categoryExtras: readonly string[];
}

const NUMBER_TYPE = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT\w*|FLOAT|DOUBLE|DECIMAL.*)$/;

/**
 * Reads a log into the table `log`: `row` (from 1), `decision_id`, `user_id`, `title_id`, `action`, `moment`, `propensity`, `reward`,
 * `candidates`, `candidate_propensities`, `candidate_facets`, `probability_N`, `segment_N`, `extra_N`, and the text of numbers for messages.
 * @throws DecisionLogError
 */
export async function loadLog(analysis: Analysis, options: LoadOptions): Promise<LoadedLog> {
  const relation = await openRelation(analysis, options.file);
  const mapping = mapColumns(relation, options.map);
  checkNamed(relation, options.probabilityColumns, 'named as a policy');
  checkNamed(relation, options.segments, 'named by --segment');
  const { numberExtras, categoryExtras } = await splitExtras(analysis, relation, mapping.extras);
  const selected = [
    ...ownColumns(relation, mapping),
    ...options.probabilityColumns.flatMap((column, i) =>
      numberOf(relation.columns, column, `probability_${i}`),
    ),
    ...options.segments.map((column, i) => `coalesce(${text(column)}, '') AS segment_${i}`),
    ...numberExtras.map((column, i) => `try_cast(${identifier(column)} AS DOUBLE) AS number_${i}`),
    ...categoryExtras.map((column, i) => `coalesce(${text(column)}, '') AS category_${i}`),
  ];
  const sql = `CREATE TABLE log AS SELECT ${relation.numbered.row} AS row, ${selected.join(', ')} FROM ${relation.numbered.sql}`;
  await readable(options.file, () => analysis.run(sql));
  await fillIds(analysis, mapping);
  const counts = await analysis.row<{ rows: number; locked: number }>(
    'SELECT count(*)::DOUBLE AS rows, (count(*) FILTER (is_locked))::DOUBLE AS locked FROM log',
  );
  if (counts.rows === 0) throw new DecisionLogError('BAD_LOG_FILE', `${options.file} has no rows`);
  if (counts.rows === counts.locked)
    throw new DecisionLogError(
      'BAD_LOG_FILE',
      `${options.file} has ${counts.rows} rows, all of them locked: no decision is left`,
    );
  await analysis.run('DELETE FROM log WHERE is_locked');
  const isCsv = path.extname(options.file).toLowerCase() === '.csv';
  const blankLines = isCsv ? await findBlankLines(options.file) : null;
  return {
    ...{ file: options.file, mapping, segments: options.segments, numberExtras, categoryExtras },
    ...{ rowCount: counts.rows, lockedCount: counts.locked, blankLines },
  };
}

function checkNamed({ file, columns }: LogRelation, names: readonly string[], why: string): void {
  for (const name of names) if (!columns.has(name)) throw missing({ file, columns }, name, why);
}

function ownColumns({ columns: types }: LogRelation, { columns }: ColumnMapping): string[] {
  const has = (column: ReadColumn): string | null => columns.get(column) ?? null;
  const asText = (column: ReadColumn): string => {
    const name = has(column);
    return `${name === null ? 'NULL::VARCHAR' : text(name)} AS ${column}`;
  };
  const timestamp = has('timestamp');
  const locked = has('locked');
  return [
    ...(['decision_id', 'user_id', 'title_id', 'action'] as const).map(asText),
    `${timestamp === null ? 'NULL::TIMESTAMP' : `try_cast(${identifier(timestamp)} AS TIMESTAMP)`} AS moment`,
    `${timestamp === null || types.get(timestamp)?.startsWith('TIMESTAMP') ? 'NULL::VARCHAR' : text(timestamp)} AS moment_text`,
    ...numberOf(types, columns.get('propensity') ?? '', 'propensity'),
    ...numberOf(types, columns.get('reward') ?? '', 'reward'),
    `${list(has('candidates'), types, 'VARCHAR')} AS candidates`,
    `${list(has('candidate_propensities'), types, 'DOUBLE')} AS candidate_propensities`,
    `${list(has('candidate_facets'), types, 'VARCHAR')} AS candidate_facets`,
    `${locked === null ? 'false' : `coalesce(try_cast(${identifier(locked)} AS BOOLEAN), false)`} AS is_locked`,
    `${locked === null ? 'NULL::VARCHAR' : `CASE WHEN try_cast(${identifier(locked)} AS BOOLEAN) IS NULL THEN ${text(locked)} END`} AS locked_text`,
  ];
}

/** A number, and, where it may be none, what stood there. */
function numberOf(types: ReadonlyMap<string, string>, column: string, name: string): string[] {
  const isNumber = NUMBER_TYPE.test(types.get(column) ?? '');
  const shown = isNumber ? 'NULL::VARCHAR' : text(column);
  return [`try_cast(${identifier(column)} AS DOUBLE) AS ${name}`, `${shown} AS ${name}_text`];
}

function text(column: string): string {
  return `${identifier(column)}::VARCHAR`;
}

/** CSV has no lists: they are JSON arrays in a cell. */
function list(column: string | null, types: ReadonlyMap<string, string>, type: string): string {
  if (column === null) return `NULL::${type}[]`;
  const isList = types.get(column)?.endsWith('[]');
  return isList
    ? `${identifier(column)}::${type}[]`
    : `try_cast(try_cast(${identifier(column)} AS JSON) AS ${type}[])`;
}

/** Text columns of a CSV are numbers where every value is. */
async function splitExtras(
  analysis: Analysis,
  { sql, columns }: LogRelation,
  extras: readonly string[],
): Promise<{ numberExtras: string[]; categoryExtras: string[] }> {
  const numberExtras: string[] = [];
  for (const column of extras) {
    if (NUMBER_TYPE.test(columns.get(column) ?? '')) numberExtras.push(column);
    else {
      const test = `bool_and(try_cast(${identifier(column)} AS DOUBLE) IS NOT NULL)`;
      const { isNumber } = await analysis.row<{ isNumber: boolean }>(
        `SELECT ${test} AS "isNumber" FROM ${sql}`,
      );
      if (isNumber) numberExtras.push(column);
    }
  }
  return { numberExtras, categoryExtras: extras.filter((column) => !numberExtras.includes(column)) };
}

/** Where a log has no column of ids, decisions and members are one of their own each. */
async function fillIds(analysis: Analysis, { columns }: ColumnMapping): Promise<void> {
  for (const column of ['decision_id', 'user_id'] as const)
    if (!columns.has(column)) await analysis.run(`UPDATE log SET ${column} = 'row ' || row`);
}

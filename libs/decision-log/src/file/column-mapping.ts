import { DecisionLogError } from '../errors';
import type { LogRelation } from './log-relation';

/** Columns of `decision-log/1` that an evaluation or the choice of a holdout reads. */
export const READ_COLUMNS = [
  'decision_id',
  'user_id',
  'timestamp',
  'title_id',
  'action',
  'propensity',
  'reward',
  'candidates',
  'candidate_propensities',
  'candidate_facets',
  'locked',
  'slice',
] as const;

/** One of the columns. */
export type ReadColumn = (typeof READ_COLUMNS)[number];

const NEEDED: readonly ReadColumn[] = ['action', 'propensity', 'reward'];

/** What the columns are called in a file. */
export interface ColumnMapping {
  /** Without an entry: not there. */
  readonly columns: ReadonlyMap<ReadColumn, string>;
  /** Further columns that were mapped: the reward model reads them, too. */
  readonly extras: readonly string[];
}

/**
 * Finds the columns of a log.
 * @param map `action=item_id,propensity=propensity_score`; any other name before `=` makes the column one of `extras`; undefined: all are
 *   called as in `decision-log/1`
 * @throws DecisionLogError `MISSING_COLUMN`, `BAD_EVALUATION_OPTION`
 */
export function mapColumns({ file, columns }: LogRelation, map?: string): ColumnMapping {
  const given = new Map((map ? map.split(',') : []).map(parsePair));
  for (const [column, name] of given)
    if (!columns.has(name)) throw missing({ file, columns }, name, `named by --map for ${column}`);
  const found = new Map<ReadColumn, string>();
  for (const column of READ_COLUMNS) {
    const name = given.get(column) ?? column;
    if (columns.has(name)) found.set(column, name);
    else if (NEEDED.includes(column))
      throw missing({ file, columns }, column, `needed; say --map ${column}=YOUR_COLUMN`);
  }
  const extras = [...given].filter(([column]) => !isRead(column)).map(([, name]) => name);
  return { columns: found, extras };
}

function isRead(column: string): column is ReadColumn {
  return (READ_COLUMNS as readonly string[]).includes(column);
}

function parsePair(pair: string): [string, string] {
  const [column, name] = pair.split('=').map((part) => part.trim());
  if (column && name) return [column, name];
  throw new DecisionLogError('BAD_EVALUATION_OPTION', `--map ${pair}: must be COLUMN=NAME[,COLUMN=NAME …]`);
}

/** A column that is not there. */
export function missing(
  { file, columns }: Pick<LogRelation, 'file' | 'columns'>,
  column: string,
  why: string,
): DecisionLogError {
  const names = [...columns.keys()];
  const hint =
    names.length === 1
      ? '; with a single column the separator may be wrong, or a row may have more or fewer fields, as where a file was cut'
      : '';
  return new DecisionLogError(
    'MISSING_COLUMN',
    `${file}: column ${column} is not there (${why}); it has ${names.join(', ')}${hint}`,
  );
}

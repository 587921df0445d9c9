import {
  findFaults,
  identifier,
  LogFaultsError,
  missing,
  openRelation,
  readable,
  type Analysis,
  type LogCheck,
} from '@keyart/decision-log';
import { multipleExposure, type MultipleExposure } from '@keyart/evaluation';
import { ExperimentError } from '../errors';
import type { MetricSpec } from './metric-spec';

/** Which columns are what. */
export interface ExperimentColumns {
  readonly arm: string;
  readonly member: string;
  /** A date or a time; null: there is none. */
  readonly day: string | null;
  readonly segments: readonly string[];
}

/** How a file is read. */
export interface LoadExperimentOptions {
  readonly file: string;
  readonly columns: ExperimentColumns;
  readonly metrics: readonly MetricSpec[];
}

/** A test that lies in the table `events`. */
export interface LoadedExperiment {
  readonly rowCount: number;
  /** By name. */
  readonly arms: readonly string[];
  /** Days since the first one, increasing; empty without a day column. */
  readonly days: readonly number[];
  readonly multipleExposure: MultipleExposure;
}

/**
 * Reads a file into `events`: `row` (from 1), `arm`, `member`, `day` (from 0), `segment_N`, and `yN`, `dN`, `xN` of each metric. Members of
 * several arms are left out, and counted.
 * @throws DecisionLogError, LogFaultsError naming column, row and value; ExperimentError with fewer than two arms
 */
export async function loadExperiment(
  analysis: Analysis,
  { file, columns, metrics }: LoadExperimentOptions,
): Promise<LoadedExperiment> {
  const relation = await openRelation(analysis, file);
  for (const { name, why } of namesOf(columns, metrics))
    if (!relation.columns.has(name)) throw missing(relation, name, why);
  const selected = [...ownColumns(columns), ...metrics.flatMap(metricColumns)];
  const sql = `CREATE TABLE log AS SELECT row_number() OVER () AS row, ${selected.join(', ')} FROM ${relation.sql}`;
  await readable(file, () => analysis.run(sql));
  const faults = await findFaults(analysis, file, checksOf(columns, metrics));
  if (faults.length > 0) throw new LogFaultsError(faults);
  return { ...(await keepSingleExposures(analysis)), ...(await shapeOf(analysis, file)) };
}

function namesOf(
  columns: ExperimentColumns,
  metrics: readonly MetricSpec[],
): { name: string; why: string }[] {
  const { arm, member, day, segments } = columns;
  const named = [
    { name: arm, why: 'the arm; say --arm YOUR_COLUMN' },
    { name: member, why: 'the member; say --member YOUR_COLUMN' },
    ...(day === null ? [] : [{ name: day, why: 'named by --day' }]),
    ...segments.map((name) => ({ name, why: 'named by --segment' })),
  ];
  const used = metrics.flatMap(({ name, column, denominator, covariate }) =>
    [column, denominator, covariate].flatMap((one) =>
      one === null ? [] : [{ name: one, why: `of metric ${name}` }],
    ),
  );
  return [...named, ...used];
}

function ownColumns({ arm, member, day, segments }: ExperimentColumns): string[] {
  const moment = day === null ? 'NULL::TIMESTAMP' : `try_cast(${identifier(day)} AS TIMESTAMP)`;
  return [
    `${identifier(arm)}::VARCHAR AS arm`,
    `${identifier(member)}::VARCHAR AS member`,
    `${moment} AS moment`,
    `${day === null ? 'NULL' : `${identifier(day)}::VARCHAR`} AS moment_text`,
    ...segments.map((column, i) => `coalesce(${identifier(column)}::VARCHAR, '') AS segment_${i}`),
  ];
}

function metricColumns({ column, denominator, covariate }: MetricSpec, i: number): string[] {
  const number = (name: string | null, constant: number, as: string): string[] =>
    name === null
      ? [`${constant}::DOUBLE AS ${as}`, `NULL::VARCHAR AS ${as}_text`]
      : [`try_cast(${identifier(name)} AS DOUBLE) AS ${as}`, `${identifier(name)}::VARCHAR AS ${as}_text`];
  return [
    ...number(column, 0, `y${i}`),
    ...number(denominator, 1, `d${i}`),
    ...number(covariate, 0, `x${i}`),
  ];
}

function checksOf({ arm, member, day }: ExperimentColumns, metrics: readonly MetricSpec[]): LogCheck[] {
  const text = (column: string, value: string): LogCheck => ({
    ...{ column, problem: 'is missing', isWrong: `coalesce(${value}, '') = ''`, value },
  });
  const number = (column: string, value: string): LogCheck => ({
    ...{ column, problem: 'is not a finite number' },
    isWrong: `${value} IS NULL OR NOT isfinite(${value})`,
    value: `${value}_text`,
  });
  const moment: LogCheck = {
    ...{ column: day ?? '', problem: 'is no date or time', isWrong: 'moment IS NULL', value: 'moment_text' },
  };
  return [
    ...[text(arm, 'arm'), text(member, 'member')],
    ...(day === null ? [] : [moment]),
    ...metrics.flatMap(({ column, denominator, covariate }, i) => [
      number(column, `y${i}`),
      ...(denominator === null ? [] : [number(denominator, `d${i}`)]),
      ...(covariate === null ? [] : [number(covariate, `x${i}`), unsteady(covariate, i)]),
    ]),
  ];
}

/** What was known before cannot change on the way. */
function unsteady(covariate: string, i: number): LogCheck {
  return {
    ...{ column: covariate, problem: 'differs between rows of one member', value: `x${i}_text` },
    isWrong: `member IN (SELECT member FROM log GROUP BY member HAVING min(x${i}) <> max(x${i}))`,
  };
}

async function keepSingleExposures(analysis: Analysis): Promise<Pick<LoadedExperiment, 'multipleExposure'>> {
  const { several, total } = await analysis.row<{ several: number; total: number }>(
    'SELECT (count(*) FILTER (arms > 1))::DOUBLE AS several, count(*)::DOUBLE AS total FROM (SELECT count(DISTINCT arm) AS arms FROM log GROUP BY member)',
  );
  await analysis.run(
    `CREATE TABLE events AS SELECT *, date_diff('day', min(moment) OVER (), moment)::DOUBLE AS day FROM log WHERE member IN (SELECT member FROM log GROUP BY member HAVING count(DISTINCT arm) = 1)`,
  );
  return { multipleExposure: multipleExposure(several, total) };
}

async function shapeOf(
  analysis: Analysis,
  file: string,
): Promise<Omit<LoadedExperiment, 'multipleExposure'>> {
  const { rowCount } = await analysis.row<{ rowCount: number }>(
    'SELECT count(*)::DOUBLE AS "rowCount" FROM log',
  );
  const arms = await analysis.rows<{ arm: string }>('SELECT DISTINCT arm FROM events ORDER BY arm');
  if (arms.length < 2)
    throw new ExperimentError(
      'BAD_EXPERIMENT_DATA',
      `${file}: a test needs two arms, it has ${arms.map(({ arm }) => arm).join(', ') || 'none'}`,
    );
  const days = await analysis.rows<{ day: number }>(
    'SELECT DISTINCT day FROM events WHERE day IS NOT NULL ORDER BY day',
  );
  return { rowCount, arms: arms.map(({ arm }) => arm), days: days.map(({ day }) => day) };
}

import type { Analysis } from '../analysis';
import { DecisionLogError, LogFaultsError } from '../errors';
import type { LogFault } from '../faults/log-fault';
import { missing } from '../file/column-mapping';
import type { LoadedLog } from '../file/load-log';
import { openRelation } from '../file/log-relation';
import { readable } from '../file/readable';

/** Facets of the candidates lie in the table `candidate_facet`, or why they do not. */
export type LoadedFacets =
  { readonly kind: 'loaded' } | { readonly kind: 'missing'; readonly reason: string };

/** Evenness that is still the uniform slice's. */
const EPSILON = 1e-6;
/** The logging policy's probability of each candidate: as logged, or even where the row is of a uniform slice. */
const PROPENSITIES = `coalesce(candidate_propensities, CASE WHEN abs(propensity * len(candidates) - 1) < ${EPSILON} THEN list_transform(candidates, one -> propensity) END)`;

/**
 * Writes `candidate_facet` (row, action, facet, propensity), one row a candidate, where facets are given and it is known how likely each
 * candidate was.
 * @param file columns `action` and `facet`; undefined: the column `candidate_facets` of the log
 * @throws DecisionLogError, LogFaultsError for candidates without a facet, or with two
 */
export async function loadFacets(analysis: Analysis, log: LoadedLog, file?: string): Promise<LoadedFacets> {
  const { columns } = log.mapping;
  if (file === undefined && !columns.has('candidate_facets'))
    return { kind: 'missing', reason: 'facets of actions were not given' };
  if (!columns.has('candidates'))
    throw new DecisionLogError('MISSING_COLUMN', `${log.file}: facets need the column candidates`);
  const { unknown } = await analysis.row<{ unknown: number }>(
    `SELECT (count(*) FILTER (${PROPENSITIES} IS NULL))::DOUBLE AS unknown FROM log`,
  );
  if (unknown > 0)
    return {
      kind: 'missing',
      reason: `how likely each candidate was is not known of ${unknown} decisions, which have no candidate_propensities and are not uniform`,
    };
  if (file !== undefined) await readFacetFile(analysis, file);
  const facets = file === undefined ? 'unnest(candidate_facets)' : 'NULL::VARCHAR';
  const candidates = `SELECT row, unnest(candidates) AS action, ${facets} AS facet, unnest(${PROPENSITIES}) AS propensity FROM log`;
  await analysis.run(
    file === undefined
      ? `CREATE TABLE candidate_facet AS ${candidates}`
      : `CREATE TABLE candidate_facet AS SELECT c.row, c.action, f.facet, c.propensity FROM (${candidates}) c LEFT JOIN action_facet f USING (action)`,
  );
  if (file !== undefined) await checkComplete(analysis, { file, log });
  return { kind: 'loaded' };
}

async function readFacetFile(analysis: Analysis, file: string): Promise<void> {
  const relation = await openRelation(analysis, file);
  for (const column of ['action', 'facet'])
    if (!relation.columns.has(column)) throw missing(relation, column, 'needed of facets');
  await readable(file, () =>
    analysis.run(
      `CREATE TABLE facet_line AS SELECT row_number() OVER () AS line, action::VARCHAR AS action, facet::VARCHAR AS facet FROM ${relation.sql}`,
    ),
  );
  const faults = [
    await faultOf(analysis, {
      ...{ file, column: 'facet', problem: 'is missing' },
      select: `SELECT line AS row, action AS value FROM facet_line WHERE coalesce(facet, '') = '' OR coalesce(action, '') = ''`,
    }),
    await faultOf(analysis, {
      ...{ file, column: 'action', problem: 'has two facets' },
      select: `SELECT min(line) AS row, action AS value FROM facet_line GROUP BY action HAVING count(DISTINCT facet) > 1`,
    }),
  ];
  throwFaults(faults);
  await analysis.run('CREATE TABLE action_facet AS SELECT DISTINCT action, facet FROM facet_line');
}

async function checkComplete(
  analysis: Analysis,
  { file, log }: { file: string; log: LoadedLog },
): Promise<void> {
  const fault = await faultOf(analysis, {
    ...{ file: log.file, column: 'candidates', problem: `have no facet in ${file}` },
    select: 'SELECT row, action AS value FROM candidate_facet WHERE facet IS NULL',
  });
  throwFaults([fault]);
}

function throwFaults(faults: readonly (LogFault | null)[]): void {
  const found = faults.filter((fault) => fault !== null);
  if (found.length > 0) throw new LogFaultsError(found);
}

interface FacetCheck extends Pick<LogFault, 'file' | 'column' | 'problem'> {
  /** SQL of the faulty rows: `row`, `value`. */
  readonly select: string;
}

async function faultOf(analysis: Analysis, { select, ...fault }: FacetCheck): Promise<LogFault | null> {
  const found = await analysis.rows<{ row: number; value: string; total: number }>(
    `SELECT row::DOUBLE AS row, coalesce(value, 'nothing') AS value, (count(*) OVER ())::DOUBLE AS total FROM (${select}) ORDER BY row, value LIMIT 5`,
  );
  if (found.length === 0) return null;
  return { ...fault, count: found[0].total, examples: found.map(({ row, value }) => ({ row, value })) };
}

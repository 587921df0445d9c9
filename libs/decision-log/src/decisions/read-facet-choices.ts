import type { Analysis } from '../analysis';
import { mapColumns, missing, type ReadColumn } from '../file/column-mapping';
import { openRelation } from '../file/log-relation';
import type { LogCheck } from '../faults/log-checks';
import { prepareValidLog } from '../prepare-log';
import type { DecisionsOptions, LoggedChoice } from './read-decisions';

/** A decision with what its pictures show. */
export interface FacetChoice extends LoggedChoice {
  /** Aligned with `candidates`. */
  readonly facets: readonly string[];
  /** Aligned with `candidates`; null: not logged. */
  readonly candidatePropensities: readonly number[] | null;
  /** Where the member was; null: not logged. */
  readonly region: string | null;
}

const NEEDED: readonly ReadColumn[] = ['user_id', 'title_id', 'candidates', 'candidate_facets'];
const CHECKS: readonly LogCheck[] = [
  { column: 'user_id', problem: 'is missing', isWrong: "coalesce(user_id, '') = ''", value: "''" },
  { column: 'title_id', problem: 'is missing', isWrong: "coalesce(title_id, '') = ''", value: "''" },
  { column: 'candidates', problem: 'are no list', isWrong: 'candidates IS NULL', value: "''" },
];

/**
 * All unlocked decisions with the facets of their candidates and the region, in the order of the file.
 * @param analysis a fresh one
 * @throws DecisionLogError `MISSING_COLUMN` where members, titles, candidates or their facets are not there, LogFaultsError naming rows
 */
export async function readFacetChoices(
  analysis: Analysis,
  { neededBy, ...options }: DecisionsOptions,
): Promise<FacetChoice[]> {
  const relation = await openRelation(analysis, options.file);
  const { columns } = mapColumns(relation, options.map);
  const absent = NEEDED.find((column) => !columns.has(column));
  if (absent) throw missing(relation, absent, `needed by ${neededBy}`);
  const segments = relation.columns.has('region') ? ['region'] : [];
  await prepareValidLog(analysis, { ...options, segments, probabilityColumns: [], checks: CHECKS });
  const region = segments.length > 0 ? "nullif(segment_0, '')" : 'NULL::VARCHAR';
  return analysis.rows<FacetChoice>(
    `SELECT row::DOUBLE AS row, decision_id AS "decisionId", user_id AS "userId", title_id AS "titleId", action, propensity, reward, candidates, candidate_facets AS facets, candidate_propensities AS "candidatePropensities", ${region} AS region FROM log ORDER BY row`,
  );
}

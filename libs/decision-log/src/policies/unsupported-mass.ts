import type { Analysis } from '../analysis';
import type { PolicySources, PreparedPolicy } from './policy-table';

/** Rows a decision of the log that a policy puts on actions that could not be logged. @returns null: the policy is not known whole */
export async function unsupportedMass(
  analysis: Analysis,
  { long }: PreparedPolicy,
  { hasCandidates, hasCandidatePropensities }: PolicySources,
): Promise<number | null> {
  if (long === null) return null;
  const place = 'list_position(log.candidates, p.action)';
  const byCandidates = hasCandidatePropensities
    ? `coalesce(log.candidate_propensities[${place}], 0) = 0`
    : `${place} IS NULL`;
  const everLogged =
    "(log.title_id, p.action) NOT IN (SELECT DISTINCT coalesce(title_id, ''), action FROM log)";
  const isUnsupported = hasCandidates
    ? byCandidates
    : everLogged.replace('log.title_id', "coalesce(log.title_id, '')");
  const { mass } = await analysis.row<{ mass: number | null }>(
    `SELECT sum(p.probability) FILTER (${isUnsupported}) / (SELECT count(*) FROM log) AS mass FROM ${long} p JOIN log USING (row)`,
  );
  return mass ?? 0;
}

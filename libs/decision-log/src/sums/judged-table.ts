import type { PolicyRole } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import type { FacetRoles } from '../facets/write-facet-weights';
import type { PreparedPolicy } from '../policies/policy-table';
import type { PredictedRoles } from '../reward-model/predict';

const ROLES: readonly PolicyRole[] = ['target', 'baseline'];
/** Stands for the candidates of a title where they were not logged. */
const SEEN_ACTIONS =
  "SELECT coalesce(title_id, '') AS title, count(DISTINCT action) AS action_count FROM log GROUP BY title";
const TWENTIETHS = 20;
const CUTS = Array.from({ length: TWENTIETHS - 1 }, (_, i) => (i + 1) / TWENTIETHS);

/** What is known beside the tables of log and policies. */
export interface JudgingParts {
  readonly policies: readonly PreparedPolicy[];
  readonly predicted: PredictedRoles;
  readonly facetRoles: FacetRoles;
  readonly segmentCount: number;
  /** Tables that nobody reads afterwards: on large logs their room is wanted. */
  readonly spent: readonly string[];
}

/**
 * Writes the table `judged`, one row a decision with all that estimators read: `user_id`, `reward`, `propensity`, `candidate_count`,
 * `prediction`, `ROLE_weight`, `ROLE_facet_weight`, `ROLE_expected`, `twentieth` (of the log, 1 to 20, by time), `segment_N`.
 */
export async function judge(
  analysis: Analysis,
  { policies, predicted, facetRoles, segmentCount, spent }: JudgingParts,
): Promise<void> {
  const expected = ROLES.map((role) =>
    predicted.has(role)
      ? `${role}_expected.expected AS ${role}_expected`
      : `NULL::DOUBLE AS ${role}_expected`,
  );
  const byFacet = ROLES.filter((role) => facetRoles.get(role) === null);
  const facetWeights = ROLES.map(
    (role) => `${byFacet.includes(role) ? `${role}_facet.weight` : 'NULL::DOUBLE'} AS ${role}_facet_weight`,
  );
  const weights = ROLES.map((role) => `${role}_logged.probability / log.propensity AS ${role}_weight`);
  const joins = [
    ...policies.map(({ role, logged }) => `JOIN ${logged} ${role}_logged USING (row)`),
    'LEFT JOIN prediction USING (row)',
    `JOIN (${SEEN_ACTIONS}) seen ON seen.title = coalesce(log.title_id, '')`,
    ...byFacet.map((role) => `LEFT JOIN ${role}_facet USING (row)`),
    ...[...predicted].map((role) => `LEFT JOIN ${role}_expected USING (row)`),
  ];
  const segments = Array.from({ length: segmentCount }, (_, i) => `log.segment_${i}`);
  const columns = [
    ...['log.row', 'log.user_id', 'log.reward', 'log.propensity'],
    ...[
      'coalesce(len(log.candidates), seen.action_count)::DOUBLE AS candidate_count',
      'prediction.q AS prediction',
      ...weights,
      ...facetWeights,
      ...expected,
    ],
    ...[`${await twentieth(analysis)} AS twentieth`, ...segments],
  ];
  await analysis.run(
    `CREATE OR REPLACE TABLE judged AS SELECT ${columns.join(', ')} FROM log ${joins.join(' ')}`,
  );
  for (const table of spent) await analysis.run(`DROP TABLE IF EXISTS ${table}`);
}

/** SQL: in which twentieth of the log a decision lies, by time where all have one, otherwise by place in the file. */
async function twentieth(analysis: Analysis): Promise<string> {
  const { isTimed } = await analysis.row<{ isTimed: boolean }>(
    'SELECT count(moment) = count(*) AS "isTimed" FROM log',
  );
  const place = isTimed ? 'moment' : 'row';
  const { ends } = await analysis.row<{ ends: readonly string[] }>(
    `SELECT quantile_disc(${place}, [${CUTS.join(', ')}])::VARCHAR[] AS ends FROM log`,
  );
  const after = ends.map((end) => `(log.${place} > ${isTimed ? `TIMESTAMP '${end}'` : end})::INTEGER`);
  return ['1', ...after].join(' + ');
}

/** Which rows are summed. */
export interface JudgedRows {
  /** `judged`, or a table like it. */
  readonly table?: string;
  /** SQL to pick rows by. */
  readonly where?: string;
}

/** The table as estimators want it, for one policy. */
export function judgedFor(role: PolicyRole, { table = 'judged', where = 'true' }: JudgedRows = {}): string {
  return `(SELECT user_id, reward, propensity, candidate_count, prediction, ${role}_weight AS weight, ${role}_expected AS expected_prediction, ${role}_facet_weight AS facet_weight FROM ${table} WHERE ${where})`;
}

/** Of rows with equal weights the same is taken, in whatever order they lie. */
const BY_SIZE = [
  'prediction',
  ...ROLES.flatMap((role) => [`${role}_expected`, `${role}_facet_weight`]),
  ...['propensity', 'candidate_count'],
];

/**
 * Writes a table like `judged` with the row of the heaviest weight of each policy, once with the least and once with the largest reward.
 * @returns its name
 */
export async function writeExtremes(analysis: Analysis, where = 'true'): Promise<string> {
  const heaviest = ROLES.map(
    (role) =>
      `(SELECT * FROM judged WHERE ${where} ORDER BY ${role}_weight DESC, ${BY_SIZE.map((column) => `${column} DESC`).join(', ')}, ${ROLES.map((other) => `${other}_weight`).join(', ')} LIMIT 1)`,
  );
  await analysis.run(
    `CREATE OR REPLACE TEMP TABLE extreme AS SELECT heaviest.* REPLACE ((row_number() OVER ())::VARCHAR AS user_id, ends.reward AS reward) FROM (${heaviest.join(' UNION ALL ')}) heaviest, (SELECT unnest([min(reward), max(reward)]) AS reward FROM judged WHERE ${where}) ends`,
  );
  return 'extreme';
}

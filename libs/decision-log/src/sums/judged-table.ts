import type { PolicyRole } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import type { PredictedRoles } from '../reward-model/predict';

const ROLES: readonly PolicyRole[] = ['target', 'baseline'];
/** Stands for the candidates of a title where they were not logged. */
const SEEN_ACTIONS =
  "SELECT coalesce(title_id, '') AS title, count(DISTINCT action) AS action_count FROM log GROUP BY title";

/**
 * Writes the table `judged`, one row a decision with all that estimators read: `user_id`, `reward`, `propensity`, `candidate_count`,
 * `prediction`, `ROLE_weight`, `ROLE_expected`, `is_late` (in the later half), `segment_N`.
 */
export async function judge(
  analysis: Analysis,
  { predicted, segmentCount }: { predicted: PredictedRoles; segmentCount: number },
): Promise<void> {
  const expected = ROLES.map((role) =>
    predicted.has(role)
      ? `${role}_expected.expected AS ${role}_expected`
      : `NULL::DOUBLE AS ${role}_expected`,
  );
  const weights = ROLES.map((role) => `${role}_logged.probability / log.propensity AS ${role}_weight`);
  const joins = [
    ...ROLES.map((role) => `JOIN ${role}_logged USING (row)`),
    'LEFT JOIN prediction USING (row)',
    `JOIN (${SEEN_ACTIONS}) seen ON seen.title = coalesce(log.title_id, '')`,
    ...[...predicted].map((role) => `LEFT JOIN ${role}_expected USING (row)`),
  ];
  const segments = Array.from({ length: segmentCount }, (_, i) => `log.segment_${i}`);
  const columns = [
    ...['log.row', 'log.user_id', 'log.reward', 'log.propensity'],
    ...[
      'coalesce(len(log.candidates), seen.action_count)::DOUBLE AS candidate_count',
      'prediction.q AS prediction',
      ...weights,
      ...expected,
    ],
    ...[`${await lateHalf(analysis)} AS is_late`, ...segments],
  ];
  await analysis.run(`CREATE TABLE judged AS SELECT ${columns.join(', ')} FROM log ${joins.join(' ')}`);
}

/** SQL: whether a decision lies in the later half, by time where all have one, otherwise by place in the file. */
async function lateHalf(analysis: Analysis): Promise<string> {
  const { middle, isTimed } = await analysis.row<{ middle: string | null; isTimed: boolean }>(
    'SELECT quantile_disc(moment, 0.5)::VARCHAR AS middle, count(moment) = count(*) AS "isTimed" FROM log',
  );
  if (isTimed && middle !== null) return `log.moment > TIMESTAMP '${middle}'`;
  return 'log.row > (SELECT quantile_disc(row, 0.5) FROM log)';
}

/** The table as estimators want it, for one policy. @param where SQL to pick rows by */
export function judgedFor(role: PolicyRole, where = 'true'): string {
  return `(SELECT user_id, reward, propensity, candidate_count, prediction, ${role}_weight AS weight, ${role}_expected AS expected_prediction, NULL::DOUBLE AS facet_weight FROM judged WHERE ${where})`;
}

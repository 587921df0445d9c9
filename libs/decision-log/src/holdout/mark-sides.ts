import type { Analysis } from '../analysis';
import { HOLDOUT_SIDES, isMemberHeldOut } from './holdout-side';
import type { SideCount } from './holdout-manifest';
import type { HoldoutSplit } from './holdout-split';

const COLUMNS = ['decision_id', 'user_id', 'title_id', 'moment', 'propensity', 'reward'];

/**
 * Writes the table `marked`: what the choice reads of the table `log`, with `slice`, `candidate_count`, `is_even` (all candidates were
 * equally likely) and `side`.
 * @param hasSlice whether the log has a slice, loaded as `segment_0`
 * @returns decisions and members by side
 */
export async function markSides(
  analysis: Analysis,
  { split, hasSlice }: { split: HoldoutSplit; hasSlice: boolean },
): Promise<SideCount[]> {
  const [ids = []] = await analysis.columns('SELECT DISTINCT user_id FROM log');
  const heldOut = (ids as string[]).filter((id) => isMemberHeldOut(split, id));
  await analysis.run('CREATE TABLE member_out (user_id VARCHAR)');
  await analysis.append(
    'member_out',
    heldOut.map((id) => [id]),
  );
  const isMemberOut = 'user_id IN (SELECT user_id FROM member_out)';
  const isTimeOut = `epoch_ms(moment) >= ${Date.parse(split.from)}`;
  const columns = [
    ...COLUMNS,
    `${hasSlice ? "coalesce(nullif(segment_0, ''), 'none')" : 'NULL::VARCHAR'} AS slice`,
    `len(candidates)::DOUBLE AS candidate_count, ${IS_EVEN} AS is_even`,
    `${isMemberOut} AS is_member_out, ${isTimeOut} AS is_time_out`,
  ];
  await analysis.run(`CREATE TABLE marked AS SELECT ${columns.join(', ')} FROM log`);
  return countSides(analysis);
}

const EVENNESS = 1e-6;
/** The shown one's propensity alone may be 1 / K by chance: where all are known, all must be. */
const IS_EVEN = `(abs(propensity * len(candidates) - 1) < ${EVENNESS} AND coalesce((list_max(candidate_propensities) - list_min(candidate_propensities)) * len(candidates) < ${EVENNESS}, true))`;
const SIDE = `CASE WHEN is_member_out AND is_time_out THEN 'holdout' WHEN is_member_out OR is_time_out THEN 'neither' ELSE 'training' END`;

async function countSides(analysis: Analysis): Promise<SideCount[]> {
  const counts = await analysis.rows<SideCount>(
    `SELECT ${SIDE} AS side, count(*)::DOUBLE AS "rowCount", count(DISTINCT user_id)::DOUBLE AS "memberCount" FROM marked GROUP BY side`,
  );
  return HOLDOUT_SIDES.map(
    (side) => counts.find((one) => one.side === side) ?? { side, rowCount: 0, memberCount: 0 },
  );
}

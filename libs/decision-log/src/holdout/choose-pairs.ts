import { assignmentFraction } from '@keyart/common';
import type { Analysis } from '../analysis';
import { literal } from '../sql-text';
import type { FunnelStep, UniformRule } from './holdout-manifest';
import type { HoldoutSplit } from './holdout-split';

/** Which rows of the table `marked` are wanted. */
export interface PairChoice {
  readonly rule: UniformRule;
  readonly split: HoldoutSplit;
  readonly pairCount: number;
}

interface Condition {
  readonly step: string;
  /** SQL, true for rows that stay. */
  readonly stays: string;
}

/**
 * Writes the table `chosen` (decision_id): of each member-title pair that is held out the first decision of the uniform slice, and of the
 * pairs those with the smallest salted hash; neither depends on the order of rows.
 * @returns what is left after each step
 */
export async function choosePairs(analysis: Analysis, choice: PairChoice): Promise<FunnelStep[]> {
  const steps: FunnelStep[] = [];
  let table = 'marked';
  for (const [i, { step, stays }] of conditionsOf(choice).entries()) {
    await analysis.run(`CREATE TABLE step_${i} AS SELECT * FROM ${table} WHERE ${stays}`);
    if (i > 0) await analysis.run(`DROP TABLE ${table}`);
    table = `step_${i}`;
    steps.push(await countedStep(analysis, step, table));
  }
  await analysis.run(
    `CREATE TABLE pair AS SELECT * FROM ${table} QUALIFY row_number() OVER (PARTITION BY user_id, title_id ORDER BY moment, decision_id) = 1`,
  );
  steps.push(await countedStep(analysis, 'the first of their member and title', 'pair'));
  await drawPairs(analysis, choice);
  steps.push(await countedStep(analysis, `among the ${choice.pairCount} pairs asked for`, 'chosen'));
  return steps;
}

function conditionsOf({ rule, split }: PairChoice): Condition[] {
  return [
    ...(rule.kind === 'slice'
      ? [
          { step: `of the slice ${rule.slice}`, stays: `slice = ${literal(rule.slice)}` },
          { step: 'with propensity 1 / candidates', stays: 'is_even' },
        ]
      : [{ step: 'with every propensity 1 / candidates', stays: 'is_even' }]),
    { step: 'with a choice of two candidates at least', stays: 'candidate_count >= 2' },
    { step: `decided from ${split.from} on`, stays: 'is_time_out' },
    { step: 'of held-out members', stays: 'is_member_out' },
  ];
}

async function countedStep(analysis: Analysis, step: string, table: string): Promise<FunnelStep> {
  const counts = await analysis.row<Omit<FunnelStep, 'step'>>(
    `SELECT count(*)::DOUBLE AS "rowCount", count(DISTINCT user_id)::DOUBLE AS "memberCount" FROM ${table}`,
  );
  return { step, ...counts };
}

/** A pair's place depends on nothing but its ids and the salt: with more data, or asked for more, the same pairs come first. */
async function drawPairs(
  analysis: Analysis,
  { split: { version, salt }, pairCount }: PairChoice,
): Promise<void> {
  // Without rows there are no columns either.
  const [ids = [], members, titles] = (await analysis.columns(
    'SELECT decision_id, user_id, title_id FROM pair',
  )) as string[][];
  const place = (i: number): number =>
    assignmentFraction(`${version}/${salt}/pairs`, JSON.stringify([members[i], titles[i]]));
  await analysis.run('CREATE TABLE pair_place (decision_id VARCHAR, place DOUBLE)');
  await analysis.append(
    'pair_place',
    ids.map((id, i) => [id, place(i)]),
  );
  await analysis.run(
    `CREATE TABLE chosen AS SELECT pair.* FROM pair JOIN pair_place USING (decision_id) ORDER BY place, decision_id LIMIT ${pairCount}`,
  );
}

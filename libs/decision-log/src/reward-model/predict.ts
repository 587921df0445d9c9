import { exactSum, type PolicyRole } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import type { PreparedPolicy } from '../policies/policy-table';
import type { RewardModelSpec } from './reward-model-spec';

/** Which policies have an expected prediction. */
export type PredictedRoles = ReadonlySet<PolicyRole>;

/** SQL of a prediction for an action of a row: a query of `row`, `action`, `probability`, `q` over a policy's long table. */
type PredictedActions = (long: string) => string;

/**
 * Writes `prediction` (row, q of the logged action) and, for policies that are known whole, `ROLE_expected` (row, Σ probability · q).
 * A cross-fitted model lies in the tables of `crossFit` by then.
 * @throws DecisionLogError where a table of predictions lacks a logged action
 */
export async function predict(
  analysis: Analysis,
  spec: RewardModelSpec,
  policies: readonly PreparedPolicy[],
): Promise<PredictedRoles> {
  const predicted = predictedActions(spec, policies);
  await analysis.run(
    `CREATE OR REPLACE TABLE prediction AS SELECT row, q FROM (${predicted('(SELECT row, action, 1.0::DOUBLE AS probability FROM log)')})`,
  );
  await checkLogged(analysis);
  const roles = new Set<PolicyRole>();
  for (const { role, long } of policies) {
    if (long === null) continue;
    await analysis.run(
      `CREATE OR REPLACE TABLE ${role}_expected AS SELECT row, ${exactSum('probability * q')} AS expected FROM (${predicted(long)}) GROUP BY row HAVING count(*) = count(q)`,
    );
    if (await isComplete(analysis, role)) roles.add(role);
  }
  return roles;
}

function predictedActions(spec: RewardModelSpec, policies: readonly PreparedPolicy[]): PredictedActions {
  if (spec.kind === 'constant')
    return (long) => `SELECT row, action, probability, ${spec.value}::DOUBLE AS q FROM ${long}`;
  if (spec.kind === 'cross-fitted')
    return (long) =>
      `SELECT p.row, p.action, p.probability, r.q + coalesce(a.q, 0) AS q FROM ${long} p JOIN row_part r ON r.row = p.row LEFT JOIN action_part a ON a.fold = r.fold AND a.action = p.action`;
  const source = policies.find(({ hasPredictions }) => hasPredictions);
  if (!source?.long)
    throw new DecisionLogError(
      'MISSING_COLUMN',
      '--reward-model table:q needs the column q in the file of --target or --baseline',
    );
  return (long) =>
    `SELECT p.row, p.action, p.probability, t.q FROM ${long} p LEFT JOIN ${source.long} t ON t.row = p.row AND t.action = p.action`;
}

/** A table of predictions may lack some of the actions that a policy takes. */
async function isComplete(analysis: Analysis, role: PolicyRole): Promise<boolean> {
  const { isWhole } = await analysis.row<{ isWhole: boolean }>(
    `SELECT (SELECT count(*) FROM ${role}_expected) = (SELECT count(*) FROM log) AS "isWhole"`,
  );
  return isWhole;
}

async function checkLogged(analysis: Analysis): Promise<void> {
  const [row] = await analysis.rows<{ row: number; action: string }>(
    'SELECT row::DOUBLE AS row, log.action FROM log LEFT JOIN prediction USING (row) WHERE q IS NULL ORDER BY row LIMIT 1',
  );
  if (row)
    throw new DecisionLogError(
      'BAD_LOG_ROWS',
      `row ${row.row}: there is no q for the logged action ${row.action}; a table of predictions must have all logged actions`,
    );
}

import type { PolicyRole } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import { DecisionLogError, LogFaultsError } from '../errors';
import { missing } from '../file/column-mapping';
import type { LoadedLog } from '../file/load-log';
import { openRelation } from '../file/log-relation';
import { readable } from '../file/readable';
import type { LogFault } from '../faults/log-fault';

/** A little above 1e-6, so that decimals which are just that far off pass in whatever order threads add them up. */
const SUM_TOLERANCE = 1.001e-6;
/** SQL, of `total`, which is summed up once: another order may give another last digit. */
const SUMS_TO_ONE = `abs(total - 1) <= ${SUM_TOLERANCE}`;
const NEEDED = ['decision_id', 'action', 'probability'];

/**
 * Reads a long table (`decision_id`, `action`, `probability`, perhaps `q`) for rows of the table `log`: into `ROLE_long` (row, action,
 * probability, q, is_logged) and `ROLE_logged` (row, probability of the logged action).
 * @returns whether it has predictions
 * @throws DecisionLogError, LogFaultsError
 */
export async function readLongTable(
  analysis: Analysis,
  role: PolicyRole,
  { file, log }: { file: string; log: LoadedLog },
): Promise<boolean> {
  const relation = await openRelation(analysis, file);
  for (const column of NEEDED)
    if (!relation.columns.has(column)) throw missing(relation, column, 'needed of a policy');
  if (!log.mapping.columns.has('decision_id'))
    throw new DecisionLogError('MISSING_COLUMN', `${log.file}: needs decision_id to be joined to ${file}`);
  const hasPredictions = relation.columns.has('q');
  const q = hasPredictions ? 'try_cast(q AS DOUBLE)' : 'NULL::DOUBLE';
  const create = (more: string): Promise<void> =>
    analysis.run(
      `CREATE OR REPLACE TABLE ${role}_long AS SELECT log.row, f.* EXCLUDE (decision_id), f.action = log.action AS is_logged FROM (SELECT decision_id::VARCHAR AS decision_id, action::VARCHAR AS action, try_cast(probability AS DOUBLE) AS probability, ${q} AS q${more} FROM ${relation.sql}) f JOIN log USING (decision_id)`,
    );
  await readable(file, () => create(''));
  await createLogged(analysis, role, hasPredictions);
  if (!(await isSound(analysis, role))) {
    // Numbering millions of rows takes seconds, and text takes room; only messages need them.
    await create(', probability::VARCHAR AS probability_text, row_number() OVER () AS line');
    throw new LogFaultsError(await faultsOf(analysis, role, { file, hasPredictions }));
  }
  return hasPredictions;
}

/**
 * Beside the probability: whether a decision's probabilities are some that sum to 1 (`is_sound`), and whether an action may stand there
 * twice (`is_suspect`), because two fall on the same of 64 bits: to group all rows by action, too, takes more room than anything else.
 */
async function createLogged(analysis: Analysis, role: PolicyRole, hasPredictions: boolean): Promise<void> {
  const isNumber = `probability >= 0 AND probability <= 1${hasPredictions ? ' AND isfinite(q)' : ''}`;
  await analysis.run(
    `CREATE OR REPLACE TABLE ${role}_logged AS SELECT row, coalesce(max(probability) FILTER (is_logged), 0) AS probability, sum(probability) AS total, bool_and(coalesce(${isNumber}, false)) AND ${SUMS_TO_ONE} AS is_sound, bit_count(bit_or(1::UBIGINT << (hash(action) % 64))) < count(*) AS is_suspect FROM ${role}_long GROUP BY row`,
  );
}

/** Whether the distributions of all decisions are there, and are some. */
async function isSound(analysis: Analysis, role: PolicyRole): Promise<boolean> {
  const whole = await analysis.row<{ isSound: boolean }>(
    `SELECT coalesce(bool_and(is_sound), false) AND count(*) = (SELECT count(*) FROM log) AS "isSound" FROM ${role}_logged`,
  );
  if (!whole.isSound) return false;
  const { twice } = await analysis.row<{ twice: number }>(
    `SELECT count(*)::DOUBLE AS twice FROM (SELECT row FROM ${role}_long WHERE row IN (SELECT row FROM ${role}_logged WHERE is_suspect) GROUP BY row, action HAVING count(*) > 1)`,
  );
  return twice === 0;
}

interface LongCheck {
  readonly column: string;
  readonly problem: string;
  /** SQL of the faulty rows: `row`, `value`. */
  readonly select: string;
}

async function faultsOf(
  analysis: Analysis,
  role: PolicyRole,
  { file, hasPredictions }: { file: string; hasPredictions: boolean },
): Promise<LogFault[]> {
  const table = `${role}_long`;
  const named = (groups: string): string =>
    `SELECT g.line AS row, log.decision_id || ': ' || g.value AS value FROM (${groups}) g JOIN log ON log.row = g.row`;
  const checks: LongCheck[] = [
    {
      ...{ column: 'probability', problem: 'is not a number in [0, 1]' },
      select: `SELECT line AS row, probability_text AS value FROM ${table} WHERE probability IS NULL OR NOT (probability >= 0 AND probability <= 1)`,
    },
    {
      ...{ column: 'action', problem: 'stands there twice for its decision' },
      select: named(
        `SELECT row, min(line) AS line, action AS value FROM ${table} GROUP BY row, action HAVING count(*) > 1`,
      ),
    },
    {
      ...{ column: 'probability', problem: 'does not sum to 1 over the decision' },
      select: named(
        `SELECT row, min(line) AS line, any_value(total)::VARCHAR AS value FROM ${table} JOIN ${role}_logged USING (row) WHERE NOT ${SUMS_TO_ONE} GROUP BY row`,
      ),
    },
    {
      ...{ column: 'decision_id', problem: 'of the log has no probabilities (the row is the log’s)' },
      select: `SELECT row, decision_id AS value FROM log WHERE row NOT IN (SELECT row FROM ${table})`,
    },
  ];
  if (hasPredictions)
    checks.push({
      ...{ column: 'q', problem: 'is not a finite number' },
      select: `SELECT line AS row, coalesce(q::VARCHAR, 'nothing') AS value FROM ${table} WHERE q IS NULL OR NOT isfinite(q)`,
    });
  const faults: LogFault[] = [];
  for (const check of checks) {
    const fault = await faultOf(analysis, file, check);
    if (fault) faults.push(fault);
  }
  return faults;
}

async function faultOf(
  analysis: Analysis,
  file: string,
  { column, problem, select }: LongCheck,
): Promise<LogFault | null> {
  const examples = await analysis.rows<{ row: number; value: string; total: number }>(
    `SELECT row::DOUBLE AS row, coalesce(value, 'nothing') AS value, (count(*) OVER ())::DOUBLE AS total FROM (${select}) ORDER BY row LIMIT 5`,
  );
  if (examples.length === 0) return null;
  return {
    file,
    column,
    problem,
    count: examples[0].total,
    examples: examples.map(({ row, value }) => ({ row, value })),
  };
}

import type { PolicyRole } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import { DecisionLogError, LogFaultsError } from '../errors';
import { missing } from '../file/column-mapping';
import type { LoadedLog } from '../file/load-log';
import { openRelation, readable } from '../file/log-relation';
import type { LogFault } from '../faults/log-fault';
import type { PolicySpec } from './policy-spec';

/** What is known of a policy. */
export interface PreparedPolicy {
  readonly role: PolicyRole;
  /** Whether the table `ROLE_long` holds its whole distribution, not only the logged action's probability. */
  readonly isWhole: boolean;
  /** Whether that table has predictions of its own. */
  readonly hasPredictions: boolean;
}

/** What policies are prepared from. */
export interface PolicySources {
  readonly log: LoadedLog;
  readonly hasCandidates: boolean;
  readonly hasCandidatePropensities: boolean;
  /** Columns loaded as `probability_N`, in their order. */
  readonly probabilityColumns: readonly string[];
}

/**
 * Writes the table `ROLE_logged` (row, probability of the logged action) and, where more is known, `ROLE_long` (row, action, probability,
 * q), for rows of the table `log`.
 * @throws DecisionLogError, LogFaultsError for a distribution that is none
 */
export async function preparePolicy(
  analysis: Analysis,
  { role, spec }: { role: PolicyRole; spec: PolicySpec },
  sources: PolicySources,
): Promise<PreparedPolicy> {
  if (spec.kind === 'column') {
    const i = sources.probabilityColumns.indexOf(spec.column);
    await createLogged(analysis, role, `SELECT row, probability_${i} AS probability FROM log`);
    return { role, isWhole: false, hasPredictions: false };
  }
  if (spec.kind === 'logging') return prepareLogging(analysis, role, sources);
  const hasPredictions =
    spec.kind === 'file'
      ? await readLongTable(analysis, role, { file: spec.file, log: sources.log })
      : await createNamed(analysis, role, { policy: spec.policy, sources });
  await createLogged(
    analysis,
    role,
    `SELECT log.row, coalesce(p.probability, 0) AS probability FROM log LEFT JOIN ${role}_long p ON p.row = log.row AND p.action = log.action`,
  );
  return { role, isWhole: true, hasPredictions };
}

async function prepareLogging(
  analysis: Analysis,
  role: PolicyRole,
  { hasCandidatePropensities }: PolicySources,
): Promise<PreparedPolicy> {
  await createLogged(analysis, role, 'SELECT row, propensity AS probability FROM log');
  if (hasCandidatePropensities)
    await analysis.run(
      `CREATE TABLE ${role}_long AS SELECT row, unnest(candidates) AS action, unnest(candidate_propensities) AS probability, NULL::DOUBLE AS q FROM log`,
    );
  return { role, isWhole: hasCandidatePropensities, hasPredictions: false };
}

async function createLogged(analysis: Analysis, role: PolicyRole, select: string): Promise<void> {
  await analysis.run(`CREATE TABLE ${role}_logged AS ${select}`);
}

/** Policies that need nothing but the log. */
async function createNamed(
  analysis: Analysis,
  role: PolicyRole,
  { policy, sources }: { policy: string; sources: PolicySources },
): Promise<boolean> {
  if (policy !== 'uniform')
    throw new DecisionLogError(
      'BAD_EVALUATION_OPTION',
      `policy:${policy} is not known here; policy:uniform and policy:logging are`,
    );
  if (!sources.hasCandidates)
    throw new DecisionLogError('MISSING_COLUMN', `policy:uniform needs the column candidates in the log`);
  await analysis.run(
    `CREATE TABLE ${role}_long AS SELECT row, unnest(candidates) AS action, 1.0::DOUBLE / len(candidates) AS probability, NULL::DOUBLE AS q FROM log`,
  );
  return false;
}

const NEEDED = ['decision_id', 'action', 'probability'];

/** @returns whether it has predictions */
async function readLongTable(
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
  const create = (line: string): Promise<void> =>
    analysis.run(
      `CREATE OR REPLACE TABLE ${role}_long AS SELECT line, log.row, f.action, f.probability, f.probability_text, f.q FROM (SELECT ${line} AS line, decision_id::VARCHAR AS decision_id, action::VARCHAR AS action, try_cast(probability AS DOUBLE) AS probability, probability::VARCHAR AS probability_text, ${q} AS q FROM ${relation.sql}) f JOIN log USING (decision_id)`,
    );
  await readable(file, () => create('0'));
  if ((await faultsOf(analysis, role, { file, hasPredictions })).length > 0) {
    // Numbering millions of rows takes a second; only messages need it.
    await create('row_number() OVER ()');
    throw new LogFaultsError(await faultsOf(analysis, role, { file, hasPredictions }));
  }
  return hasPredictions;
}

interface LongCheck {
  readonly column: string;
  readonly problem: string;
  /** SQL of the faulty rows: `row`, `value`. */
  readonly select: string;
}

const SUM_TOLERANCE = 1e-6;

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
        `SELECT row, min(line) AS line, sum(probability)::VARCHAR AS value FROM ${table} GROUP BY row HAVING abs(sum(probability) - 1) > ${SUM_TOLERANCE}`,
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

/** Rows a decision of the log that a policy puts on actions that could not be logged. @returns null: the policy is not known whole */
export async function unsupportedMass(
  analysis: Analysis,
  { role, isWhole }: PreparedPolicy,
  { hasCandidates, hasCandidatePropensities }: PolicySources,
): Promise<number | null> {
  if (!isWhole) return null;
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
    `SELECT sum(p.probability) FILTER (${isUnsupported}) / (SELECT count(*) FROM log) AS mass FROM ${role}_long p JOIN log USING (row)`,
  );
  return mass ?? 0;
}

import type { PolicyRole } from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import type { LoadedLog } from '../file/load-log';
import { readLongTable } from './long-table';
import type { PolicySpec } from './policy-spec';

/** What is known of a policy. */
export interface PreparedPolicy {
  readonly role: PolicyRole;
  /** Whether it made the log. */
  readonly isLogging: boolean;
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
    return { role, isLogging: false, isWhole: false, hasPredictions: false };
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
  return { role, isLogging: false, isWhole: true, hasPredictions };
}

async function prepareLogging(
  analysis: Analysis,
  role: PolicyRole,
  { hasCandidatePropensities }: PolicySources,
): Promise<PreparedPolicy> {
  await createLogged(analysis, role, 'SELECT row, propensity AS probability FROM log');
  if (hasCandidatePropensities)
    await analysis.run(
      `CREATE OR REPLACE TABLE ${role}_long AS SELECT row, unnest(candidates) AS action, unnest(candidate_propensities) AS probability, NULL::DOUBLE AS q FROM log`,
    );
  return { role, isLogging: true, isWhole: hasCandidatePropensities, hasPredictions: false };
}

async function createLogged(analysis: Analysis, role: PolicyRole, select: string): Promise<void> {
  await analysis.run(`CREATE OR REPLACE TABLE ${role}_logged AS ${select}`);
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
      `policy:${policy} is not known to a log alone; policy:uniform and policy:logging are`,
    );
  if (!sources.hasCandidates)
    throw new DecisionLogError('MISSING_COLUMN', `policy:uniform needs the column candidates in the log`);
  await analysis.run(
    `CREATE OR REPLACE TABLE ${role}_long AS SELECT row, unnest(candidates) AS action, 1.0::DOUBLE / len(candidates) AS probability, NULL::DOUBLE AS q FROM log`,
  );
  return false;
}

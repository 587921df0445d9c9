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
  /** SQL of a relation (row, probability of the logged action). */
  readonly logged: string;
  /** SQL of a relation of its whole distribution (row, action, probability, q); null: only the logged action's probability is known. */
  readonly long: string | null;
  /** Whether that relation has predictions of its own. */
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
 * Finds a policy's probabilities for rows of the table `log`: in the log itself, or in the tables `ROLE_long` and `ROLE_logged`, which are
 * written then.
 * @throws DecisionLogError, LogFaultsError for a distribution that is none
 */
export async function preparePolicy(
  analysis: Analysis,
  { role, spec }: { role: PolicyRole; spec: PolicySpec },
  sources: PolicySources,
): Promise<PreparedPolicy> {
  const inLog = { role, isLogging: false, hasPredictions: false, long: null };
  if (spec.kind === 'column') {
    const i = sources.probabilityColumns.indexOf(spec.column);
    return { ...inLog, logged: `(SELECT row, probability_${i} AS probability FROM log)` };
  }
  if (spec.kind === 'logging') {
    const long = sources.hasCandidatePropensities ? candidatesWith('unnest(candidate_propensities)') : null;
    return { ...inLog, isLogging: true, long, logged: '(SELECT row, propensity AS probability FROM log)' };
  }
  if (spec.kind === 'named') {
    checkNamed(spec.policy, sources);
    const even = 'coalesce(1.0::DOUBLE / len(candidates), 0)';
    const long = candidatesWith(even);
    return { ...inLog, long, logged: `(SELECT row, ${even} AS probability FROM log)` };
  }
  const hasPredictions = await readLongTable(analysis, role, { file: spec.file, log: sources.log });
  return { role, isLogging: false, hasPredictions, long: `${role}_long`, logged: `${role}_logged` };
}

/** A distribution that lies in the log, by candidate. */
function candidatesWith(probability: string): string {
  return `(SELECT row, unnest(candidates) AS action, ${probability} AS probability, NULL::DOUBLE AS q FROM log)`;
}

/** Policies that need nothing but the log. */
function checkNamed(policy: string, { hasCandidates }: PolicySources): void {
  if (policy !== 'uniform')
    throw new DecisionLogError(
      'BAD_EVALUATION_OPTION',
      `policy:${policy} is not known to a log alone; policy:uniform and policy:logging are`,
    );
  if (!hasCandidates)
    throw new DecisionLogError('MISSING_COLUMN', `policy:uniform needs the column candidates in the log`);
}

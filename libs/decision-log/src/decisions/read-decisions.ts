import type { Analysis } from '../analysis';
import { LogFaultsError } from '../errors';
import { missing } from '../file/column-mapping';
import { openRelation } from '../file/log-relation';
import { findFaults } from '../faults/find-faults';
import type { LogCheck } from '../faults/log-checks';
import { prepareValidLog } from '../prepare-log';

/** A decision of a log, as a policy that is scored outside of it needs it. */
export interface LoggedChoice {
  /** In the file, from 1. */
  readonly row: number;
  readonly decisionId: string;
  readonly userId: string;
  readonly titleId: string;
  readonly action: string;
  /** In (0, 1]. */
  readonly propensity: number;
  readonly reward: number;
  /** Eligible artworks, at least one, each once. */
  readonly candidates: readonly string[];
}

/** What is read, and for whom. */
export interface DecisionsOptions {
  readonly file: string;
  readonly map?: string;
  /** File for rows that are wrong; undefined: there must be none. */
  readonly quarantine?: string;
  /** For messages: who needs the columns, e.g. `policy:popular`. */
  readonly neededBy: string;
}

const NEEDED = ['decision_id', 'title_id', 'candidates'] as const;
const CHECKS: readonly LogCheck[] = [
  { column: 'title_id', problem: 'is missing', isWrong: "coalesce(title_id, '') = ''", value: "''" },
  { column: 'candidates', problem: 'are no list', isWrong: 'candidates IS NULL', value: "''" },
  {
    ...{ column: 'candidates', problem: 'name an artwork twice' },
    isWrong: 'len(list_distinct(candidates)) < len(candidates)',
    value: 'candidates::VARCHAR',
  },
];

/**
 * All unlocked decisions with their candidates, in the order of the file.
 * @param analysis a fresh one
 * @throws DecisionLogError `MISSING_COLUMN` where decision_id, title_id or candidates are not there, LogFaultsError
 */
export async function readDecisions(
  analysis: Analysis,
  { neededBy, ...options }: DecisionsOptions,
): Promise<LoggedChoice[]> {
  const { log } = await prepareValidLog(analysis, { ...options, segments: [], probabilityColumns: [] });
  const absent = NEEDED.find((column) => !log.mapping.columns.has(column));
  if (absent) throw missing(await openRelation(analysis, log.file), absent, `needed by ${neededBy}`);
  const faults = await findFaults(analysis, log.file, CHECKS);
  if (faults.length > 0) throw new LogFaultsError(faults);
  return analysis.rows<LoggedChoice>(
    'SELECT row::DOUBLE AS row, decision_id AS "decisionId", user_id AS "userId", title_id AS "titleId", action, propensity, reward, candidates FROM log ORDER BY row',
  );
}

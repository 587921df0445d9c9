import type { Analysis } from '../analysis';
import { mapColumns, missing, type ReadColumn } from '../file/column-mapping';
import { openRelation } from '../file/log-relation';
import { HOLDOUT_CHECKS } from '../holdout/holdout-checks';
import { prepareValidLog } from '../prepare-log';
import type { DecisionsOptions, LoggedChoice } from './read-decisions';

/** A decision as training needs it: with its time and the whole distribution. */
export interface DatedChoice extends LoggedChoice {
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number;
  /** Aligned with `candidates`; null: not logged. */
  readonly candidatePropensities: readonly number[] | null;
}

/** A checked log that can be read again and again, a portion at a time. */
export interface OpenedDecisions {
  /** Rows of the file. */
  readonly rowCount: number;
  readonly lockedCount: number;
  readonly quarantinedCount: number;
  /** Rows that are left. */
  readonly decisionCount: number;
  readonly notes: readonly string[];
  memberIds(): Promise<string[]>;
  /** The moment before which such a share of the decisions was made, in (0, 1). */
  momentAt(share: number): Promise<number>;
  /** All decisions in the order of the file, or title by title. One reading at a time. */
  read(order: 'file' | 'title'): AsyncIterable<DatedChoice[]>;
}

const NEEDED: readonly ReadColumn[] = ['decision_id', 'user_id', 'timestamp', 'title_id', 'candidates'];
const COLUMNS =
  'row::DOUBLE AS row, decision_id AS "decisionId", user_id AS "userId", title_id AS "titleId", action, propensity, reward, candidates, candidate_propensities AS "candidatePropensities", epoch_ms(moment)::DOUBLE AS "atMs"';
const ORDERS = { file: 'row', title: 'title_id, row' } as const;

/**
 * Reads and checks a log whose every row must have id, member, time, title and candidates.
 * @param analysis a fresh one
 * @throws DecisionLogError `MISSING_COLUMN`, LogFaultsError naming rows
 */
export async function openDecisions(
  analysis: Analysis,
  { neededBy, ...options }: DecisionsOptions,
): Promise<OpenedDecisions> {
  const relation = await openRelation(analysis, options.file);
  const { columns } = mapColumns(relation, options.map);
  const absent = NEEDED.find((column) => !columns.has(column));
  if (absent) throw missing(relation, absent, `needed by ${neededBy}; say --map ${absent}=YOUR_COLUMN`);
  const { log, notes, quarantinedCount } = await prepareValidLog(analysis, {
    ...{ ...options, segments: [], probabilityColumns: [], checks: HOLDOUT_CHECKS },
  });
  const { count } = await analysis.row<{ count: number }>('SELECT count(*)::DOUBLE AS count FROM log');
  return {
    ...{ rowCount: log.rowCount, lockedCount: log.lockedCount, quarantinedCount, notes },
    decisionCount: count,
    memberIds: async () => {
      const [ids = []] = await analysis.columns('SELECT DISTINCT user_id FROM log');
      return ids as string[];
    },
    momentAt: async (share) => {
      const { at } = await analysis.row<{ at: number }>(
        `SELECT epoch_ms(quantile_disc(moment, ${share}))::DOUBLE AS at FROM log`,
      );
      return at;
    },
    read: (order) => analysis.stream(`SELECT ${COLUMNS} FROM log ORDER BY ${ORDERS[order]}`),
  };
}

import type { LogCheck } from '../faults/log-checks';

/** Ids that the log does not have are made from row numbers as it is read. */
const MADE_UP = "'row ' || row";

/** What must be there of every row to divide by member, title and time, beside what every log must have. */
export const HOLDOUT_CHECKS: readonly LogCheck[] = [
  ...(['decision_id', 'user_id'] as const).map((column) => ({
    ...{ column, problem: 'is missing', value: "''" },
    isWrong: `${column} = '' OR ${column} = ${MADE_UP}`,
  })),
  { column: 'title_id', problem: 'is missing', isWrong: "coalesce(title_id, '') = ''", value: "''" },
  {
    ...{ column: 'timestamp', problem: 'is not a time', value: 'moment_text' },
    isWrong: 'moment IS NULL OR NOT isfinite(moment)',
  },
  { column: 'candidates', problem: 'are missing', isWrong: 'candidates IS NULL', value: "''" },
];

import { InputError } from '@keyart/common';
import type { LogFault } from './faults/log-fault';

/** Codes of the errors this library throws. */
export const DECISION_LOG_ERRORS = {
  /** A file that is not there, empty, cut off, or of an unknown kind. */
  BAD_LOG_FILE: 'BAD_LOG_FILE',
  /** A column that is needed or was named, and is not there. */
  MISSING_COLUMN: 'MISSING_COLUMN',
  /** An option that cannot be understood. */
  BAD_EVALUATION_OPTION: 'BAD_EVALUATION_OPTION',
  /** Rows that nothing may be estimated from. */
  BAD_LOG_ROWS: 'BAD_LOG_ROWS',
  /** A log without a single decision that a holdout could take. */
  EMPTY_HOLDOUT: 'EMPTY_HOLDOUT',
  /** A manifest that does not say what is held out. */
  BAD_HOLDOUT_MANIFEST: 'BAD_HOLDOUT_MANIFEST',
} as const;

/** One of the codes. */
export type DecisionLogErrorCode = keyof typeof DECISION_LOG_ERRORS;

/** The log, a policy or an option is wrong; the message names file, row, column and value. */
export class DecisionLogError extends InputError {
  constructor(code: DecisionLogErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}

/** Rows of a log or a policy that are wrong. */
export class LogFaultsError extends DecisionLogError {
  /** @param faults by kind, each with its first rows */
  constructor(readonly faults: readonly LogFault[]) {
    super(
      'BAD_LOG_ROWS',
      `${describeFaults(faults)}\nCorrect the rows, or set them aside with --quarantine FILE.`,
    );
  }
}

/** A line for each kind of fault. */
export function describeFaults(faults: readonly LogFault[]): string {
  const lines = faults.map(
    ({ file, column, problem, count, examples }) =>
      `${file}: ${column} ${problem} in ${count} row${count === 1 ? '' : 's'}: ${examples.map(({ row, value }) => `row ${row} has ${value}`).join('; ')}${count > examples.length ? ' …' : ''}`,
  );
  return lines.join('\n');
}

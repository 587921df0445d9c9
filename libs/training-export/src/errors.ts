import { InputError } from '@keyart/common';

/** Codes of the errors of a training export. */
export const TRAINING_EXPORT_ERRORS = {
  /** An option that cannot be understood, or that does not go with another one. */
  BAD_EXPORT_OPTION: 'BAD_EXPORT_OPTION',
  /** A file of the context folder that is not there or has no lines. */
  BAD_CONTEXT_FILE: 'BAD_CONTEXT_FILE',
  /** A line of the context folder that is no JSON object or lacks a field. */
  BAD_CONTEXT_LINE: 'BAD_CONTEXT_LINE',
  /** Rows of the log that name a title, an artwork or a member the context folder does not know. */
  UNKNOWN_IN_CONTEXT: 'UNKNOWN_IN_CONTEXT',
  /** A line of the rationales that is no rationale. */
  BAD_RATIONALE: 'BAD_RATIONALE',
  /** Nothing is left to train on. */
  NO_TRAINING_ROWS: 'NO_TRAINING_ROWS',
  /** A folder that cannot be written to, or where something would be lost. */
  BAD_OUTPUT_FOLDER: 'BAD_OUTPUT_FOLDER',
} as const;

/** One of the codes. */
export type TrainingExportErrorCode = keyof typeof TRAINING_EXPORT_ERRORS;

/** An option, a file or a row of the log is wrong; the message names it. */
export class TrainingExportError extends InputError {
  constructor(code: TrainingExportErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}

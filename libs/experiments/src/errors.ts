import { InputError } from '@keyart/common';

/** Codes of the errors this library throws. */
export const EXPERIMENT_ERRORS = {
  /** A summary file that is no JSON, or has fields that cannot be. */
  BAD_SUMMARY: 'BAD_SUMMARY',
  /** An option or a metric that cannot be understood. */
  BAD_EXPERIMENT_OPTION: 'BAD_EXPERIMENT_OPTION',
  /** Data that a test cannot be read from. */
  BAD_EXPERIMENT_DATA: 'BAD_EXPERIMENT_DATA',
} as const;

/** One of the codes. */
export type ExperimentErrorCode = keyof typeof EXPERIMENT_ERRORS;

/** A summary, an option or data are wrong; the message names file, field or row. */
export class ExperimentError extends InputError {
  constructor(code: ExperimentErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}

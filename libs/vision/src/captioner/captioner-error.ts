import { DependencyError } from '@keyart/common';

/** Codes of a captioner that failed us. */
export const CAPTIONER_ERROR_CODES = {
  /** No answer within the limit; retryable. */
  timeout: 'CAPTIONER_TIMEOUT',
  /** Unreachable or overloaded, or it failed so often that it is left alone; retryable unless it refused the request itself. */
  unavailable: 'CAPTIONER_UNAVAILABLE',
  /** An answer too long, of another shape than asked for, or one that speaks to a model; not retryable. */
  badAnswer: 'CAPTIONER_BAD_ANSWER',
} as const;

/** One of the codes. */
export type CaptionerErrorCode = (typeof CAPTIONER_ERROR_CODES)[keyof typeof CAPTIONER_ERROR_CODES];

/** What is known of a failure. */
export interface CaptionerErrorOptions {
  readonly isRetryable: boolean;
  readonly cause?: unknown;
  /** How long the server asks to be left alone, milliseconds. */
  readonly retryAfterMs?: number;
}

/** The captioner failed; the picture is described without it. */
export class CaptionerError extends DependencyError {
  readonly retryAfterMs?: number;

  constructor(
    override readonly code: CaptionerErrorCode,
    message: string,
    { isRetryable, cause, retryAfterMs }: CaptionerErrorOptions,
  ) {
    super(code, message, isRetryable, { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

/** An answer that cannot be used; the same picture would be answered the same way again. */
export function badAnswer(what: string, cause?: unknown): CaptionerError {
  return new CaptionerError(CAPTIONER_ERROR_CODES.badAnswer, `the captioner's answer ${what}`, {
    isRetryable: false,
    cause,
  });
}

import { LLM_ERROR_CODES, LlmError } from '../errors';

/** An answer of an undocumented shape; not retryable, the server would say the same again. */
export function badAnswer(what: string): LlmError {
  return new LlmError(LLM_ERROR_CODES.badAnswer, `the LLM endpoint's answer has no usable ${what}`, {
    isRetryable: false,
  });
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value as a list.
 * @throws LlmError `LLM_BAD_ANSWER`
 */
export function listOf(value: unknown, what: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw badAnswer(what);
}

/**
 * The value as fields.
 * @throws LlmError `LLM_BAD_ANSWER`
 */
export function fieldsOf(value: unknown, what: string): Record<string, unknown> {
  if (isFields(value)) return value;
  throw badAnswer(what);
}

/** Rounding servers do on log-probabilities near 0. */
const ROUNDING = 1e-3;

/**
 * The value as a log-probability, rounding above 0 cut off.
 * @throws LlmError `LLM_BAD_ANSWER` when it is not a number or clearly above 0
 */
export function logProbabilityOf(value: unknown, what: string): number {
  if (typeof value !== 'number' || Number.isNaN(value) || value > ROUNDING) throw badAnswer(what);
  return Math.min(0, value);
}

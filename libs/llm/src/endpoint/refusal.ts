import { retryAfterMsOf } from '@keyart/common';
import { LLM_ERROR_CODES, LlmError } from '../errors';

const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** The error of an HTTP answer outside 2xx: 429 and 5xx are retryable, after the time `Retry-After` names. */
export function refusalOf({ status, headers }: Pick<Response, 'status' | 'headers'>): LlmError {
  return new LlmError(LLM_ERROR_CODES.unavailable, `the LLM endpoint answered ${status}`, {
    isRetryable: status === TOO_MANY_REQUESTS || status >= SERVER_ERROR,
    status,
    retryAfterMs: retryAfterMsOf(headers),
  });
}

import { LLM_ERROR_CODES, LlmError } from '../errors';

const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;
const MS_PER_SECOND = 1000;

/** The error of an HTTP answer outside 2xx: 429 and 5xx are retryable, after the time `Retry-After` names. */
export function refusalOf({ status, headers }: Pick<Response, 'status' | 'headers'>): LlmError {
  return new LlmError(LLM_ERROR_CODES.unavailable, `the LLM endpoint answered ${status}`, {
    isRetryable: status === TOO_MANY_REQUESTS || status >= SERVER_ERROR,
    status,
    retryAfterMs: retryAfterMsOf(headers.get('retry-after')),
  });
}

/** Seconds only: the other form, a date, would trust the server's clock. */
function retryAfterMsOf(header: string | null): number | undefined {
  const seconds = Number(header ?? NaN);
  return seconds >= 0 ? seconds * MS_PER_SECOND : undefined;
}

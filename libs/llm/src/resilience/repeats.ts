import { decorrelatedPauseMs } from '@keyart/common';
import { DelegateBackoff, handleWhen, retry, type RetryPolicy } from 'cockatiel';
import { LLM_ERROR_CODES, LlmError } from '../errors';
import type { ResilienceOptions } from './resilience-options';

/**
 * Repeats a call that met 429, 5xx or a broken connection, after a jittered pause or the longer one the server asks for. Timeouts are
 * not repeated: a server that hangs would hold the caller for a multiple of the limit.
 */
export function repeatsOf(options: ResilienceOptions): RetryPolicy {
  const isWorthIt = (error: Error): boolean =>
    error instanceof LlmError &&
    error.code === LLM_ERROR_CODES.unavailable &&
    error.isRetryable &&
    (error.retryAfterMs ?? 0) <= options.mostPauseMs;
  const backoff = new DelegateBackoff<{ result: unknown }, number>(({ result }, previousMs = 0) => {
    const pauseMs = decorrelatedPauseMs(previousMs, options);
    return { state: pauseMs, delay: Math.max(pauseMs, retryAfterMsOf(result)) };
  });
  return retry(handleWhen(isWorthIt), { maxAttempts: options.retryCount, backoff });
}

function retryAfterMsOf(result: unknown): number {
  const error = (result as { readonly error?: unknown }).error;
  return error instanceof LlmError ? (error.retryAfterMs ?? 0) : 0;
}

import { decorrelatedPauseMs } from '@keyart/common';
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  wrap,
  type IPolicy,
} from 'cockatiel';
import { CAPTIONER_ERROR_CODES, CaptionerError } from './captioner-error';
import type { CaptionerOptions } from './captioner-options';

/**
 * Repeats a call that met 429, 5xx or a broken connection after a jittered pause, or the longer one the server asks for (timeouts are not
 * repeated: a server that hangs would hold the job for a multiple of the limit), and leaves a captioner alone that fails call after call.
 */
export class CaptionerGuard {
  private readonly policy: IPolicy;

  constructor(options: CaptionerOptions) {
    const breaker = circuitBreaker(handleWhen(isFailureOfEndpoint), {
      halfOpenAfter: options.breakerOpenMs,
      breaker: new ConsecutiveBreaker(options.breakerFailureCount),
    });
    this.policy = wrap(repeatsOf(options), breaker);
  }

  /**
   * The call's outcome.
   * @throws what the call throws; CaptionerError `CAPTIONER_UNAVAILABLE` while the captioner is left alone; the signal's reason
   */
  async run<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await this.policy.execute(call, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof BrokenCircuitError ? leftAlone(error) : error;
    }
  }
}

function repeatsOf(options: CaptionerOptions): IPolicy {
  const isWorthIt = (error: Error): boolean =>
    error instanceof CaptionerError &&
    error.code === CAPTIONER_ERROR_CODES.unavailable &&
    error.isRetryable &&
    (error.retryAfterMs ?? 0) <= options.mostPauseMs;
  const backoff = new DelegateBackoff<{ result: unknown }, number>(({ result }, previousMs = 0) => {
    const pauseMs = decorrelatedPauseMs(previousMs, options);
    return { state: pauseMs, delay: Math.max(pauseMs, askedPauseMs(result)) };
  });
  return retry(handleWhen(isWorthIt), { maxAttempts: options.retryCount, backoff });
}

function askedPauseMs(result: unknown): number {
  const { error } = result as { readonly error?: unknown };
  return error instanceof CaptionerError ? (error.retryAfterMs ?? 0) : 0;
}

/** A refusal of this very picture (4xx) or an unusable answer says nothing about the endpoint. */
function isFailureOfEndpoint(error: Error): boolean {
  return error instanceof CaptionerError && error.isRetryable;
}

function leftAlone(cause: unknown): CaptionerError {
  const text = 'the captioner keeps failing and is left alone for a while';
  return new CaptionerError(CAPTIONER_ERROR_CODES.unavailable, text, { isRetryable: true, cause });
}

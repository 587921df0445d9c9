import { LLM_ERROR_CODES, LlmError } from './errors';

/**
 * The promise's outcome, or `LLM_TIMEOUT` when it takes longer.
 * @param limitMs milliseconds
 * @param what named in the error
 */
export async function within<T>(work: Promise<T>, limitMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new LlmError(LLM_ERROR_CODES.timeout, `${what} took longer than ${limitMs} ms`, {
      isRetryable: true,
    });
    timer = setTimeout(() => reject(error), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The error of a call its caller has given up. */
export function abortedError(signal: AbortSignal): LlmError {
  return new LlmError(LLM_ERROR_CODES.aborted, 'aborted by the caller', {
    isRetryable: false,
    cause: signal.reason,
  });
}

/** The promise's outcome, or `LLM_ABORTED` as soon as the signal fires; the work itself is told by others. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  // Once the caller is gone, how the work ends is nobody's business.
  work.catch(() => undefined);
  if (signal.aborted) throw abortedError(signal);
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(abortedError(signal));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '@keyart/common';
import { LLM_ERROR_CODES, LlmError } from '../errors';
import { abortedError } from '../within';
import { CallLimit } from './call-limit';
import { routeUrl, type EndpointOptions } from './endpoint-options';

const RETRY_COUNT = 2;
const CONCURRENT_CALLS = 4;
const FIRST_PAUSE_MS = 100;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** Posts JSON to a model server: bounded in time, number of calls and repeats; failures become `LlmError`. */
export class JsonEndpoint {
  private readonly limit: CallLimit;
  private readonly closing = new AbortController();

  constructor(private readonly options: EndpointOptions) {
    routeUrl(options, '');
    this.limit = new CallLimit(options.concurrentCalls ?? CONCURRENT_CALLS);
  }

  /**
   * The parsed answer; its shape is the caller's to check.
   * @throws LlmError `LLM_TIMEOUT`, `LLM_UNAVAILABLE`, `LLM_BAD_ANSWER` (not JSON), `LLM_ABORTED`
   */
  post(route: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
    return this.limit.run(() => this.postWithRetries(route, body, signal));
  }

  /** Ends calls in flight and refuses new ones. */
  close(): void {
    this.closing.abort();
  }

  private async postWithRetries(route: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
    const { retryCount = RETRY_COUNT, random = Math.random } = this.options;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.postOnce(route, body, signal);
      } catch (error) {
        const mayRepeat = error instanceof LlmError && error.isRetryable && attempt < retryCount;
        if (!mayRepeat || this.closing.signal.aborted) throw error;
        await sleep(random() * FIRST_PAUSE_MS * 2 ** attempt);
      }
    }
  }

  private async postOnce(route: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
    const deadline = AbortSignal.timeout(this.options.timeoutMs);
    const stops = [deadline, this.closing.signal, ...(signal ? [signal] : [])];
    try {
      const response = await fetch(routeUrl(this.options, route), {
        method: 'POST',
        headers: this.headers(),
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.any(stops),
      });
      const text = await response.text();
      if (!response.ok) throw refusal(response.status);
      return parseJson(text);
    } catch (error) {
      throw this.explained(error, { deadline, signal });
    }
  }

  private headers(): Record<string, string> {
    const { apiKey } = this.options;
    return { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) };
  }

  private explained(
    error: unknown,
    { deadline, signal }: { deadline: AbortSignal; signal?: AbortSignal },
  ): LlmError {
    if (error instanceof LlmError) return error;
    if (signal?.aborted) return abortedError(signal);
    if (this.closing.signal.aborted)
      return new LlmError(LLM_ERROR_CODES.unavailable, 'the client is closed', { isRetryable: false });
    const cause = { isRetryable: true, cause: error };
    return deadline.aborted
      ? new LlmError(LLM_ERROR_CODES.timeout, `no answer within ${this.options.timeoutMs} ms`, cause)
      : new LlmError(LLM_ERROR_CODES.unavailable, `the LLM endpoint failed: ${messageOf(error)}`, cause);
  }
}

function refusal(status: number): LlmError {
  const isRetryable = status === TOO_MANY_REQUESTS || status >= SERVER_ERROR;
  return new LlmError(LLM_ERROR_CODES.unavailable, `the LLM endpoint answered ${status}`, { isRetryable });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LlmError(LLM_ERROR_CODES.badAnswer, 'the LLM endpoint answered something that is not JSON', {
      isRetryable: false,
      cause,
    });
  }
}

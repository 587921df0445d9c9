import { messageOf, traced, traceHeaders } from '@keyart/common';
import { LLM_ERROR_CODES, LlmError } from '../errors';
import { abortedError } from '../within';
import { routeUrl, type EndpointOptions } from './endpoint-options';
import { refusalOf } from './refusal';

/** Posts JSON to a model server, one call bounded in time; failures become `LlmError`. Repeats and queues are not its business. */
export class JsonEndpoint {
  private readonly closing = new AbortController();

  constructor(private readonly options: EndpointOptions) {
    routeUrl(options, '');
  }

  /**
   * The parsed answer; its shape is the caller's to check.
   * @throws LlmError `LLM_TIMEOUT`, `LLM_UNAVAILABLE`, `LLM_BAD_ANSWER` (not JSON), `LLM_ABORTED`
   */
  post(route: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
    return traced('llm.call', () => this.call(route, body, signal));
  }

  /** Ends calls in flight and refuses new ones. */
  close(): void {
    this.closing.abort();
  }

  private async call(route: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
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
      if (!response.ok) throw refusalOf(response);
      return parseJson(text);
    } catch (error) {
      throw this.explained(error, { deadline, signal });
    }
  }

  private headers(): Record<string, string> {
    const { apiKey } = this.options;
    return {
      'content-type': 'application/json',
      ...(apiKey && { authorization: `Bearer ${apiKey}` }),
      ...traceHeaders(),
    };
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

import { messageOf, retryAfterMsOf, traced, traceHeaders } from '@keyart/common';
import { badAnswer, CAPTIONER_ERROR_CODES, CaptionerError } from './captioner-error';
import type { CaptionerOptions } from './captioner-options';

/** Thousands of words; what is longer is no description and is not read to its end. */
const MAX_ANSWER_BYTES = 64 * 1024;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** Posts JSON to an OpenAI-like chat route, one call bounded in time and size. */
export class CaptionerEndpoint {
  constructor(private readonly options: Pick<CaptionerOptions, 'url' | 'apiKey' | 'timeoutMs'>) {}

  /**
   * The answer's text.
   * @throws CaptionerError; the signal's reason when the caller gave up
   */
  post(body: object, signal?: AbortSignal): Promise<string> {
    return traced('captioner.call', () => this.call(body, signal));
  }

  private async call(body: object, signal?: AbortSignal): Promise<string> {
    const deadline = AbortSignal.timeout(this.options.timeoutMs);
    try {
      const response = await fetch(`${this.options.url.replace(/\/+$/, '')}/v1/chat/completions`, {
        method: 'POST',
        headers: this.headers(),
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.any(signal ? [deadline, signal] : [deadline]),
      });
      return await answerOf(response);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof CaptionerError ? error : this.explained(error, deadline.aborted);
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

  private explained(cause: unknown, isLate: boolean): CaptionerError {
    const { timeout, unavailable } = CAPTIONER_ERROR_CODES;
    return isLate
      ? new CaptionerError(timeout, `the captioner gave no answer within ${this.options.timeoutMs} ms`, {
          isRetryable: true,
          cause,
        })
      : new CaptionerError(unavailable, `the captioner failed: ${messageOf(cause)}`, {
          isRetryable: true,
          cause,
        });
  }
}

async function answerOf(response: Response): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    throw refusalOf(response);
  }
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of response.body ?? []) {
    byteCount += chunk.length;
    if (byteCount > MAX_ANSWER_BYTES) throw badAnswer(`is longer than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refusalOf({ status, headers }: Response): CaptionerError {
  return new CaptionerError(CAPTIONER_ERROR_CODES.unavailable, `the captioner answered ${status}`, {
    isRetryable: status === TOO_MANY_REQUESTS || status >= SERVER_ERROR,
    retryAfterMs: retryAfterMsOf(headers),
  });
}

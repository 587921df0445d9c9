import { setTimeout as pause } from 'node:timers/promises';
import { DependencyError, InputError, messageOf, retryAfterMsOf } from '@keyart/common';
import { SERVE_ERROR_CODES } from './errors';

/** A call of the HTTP API; an object is sent as JSON, bytes as the picture they are. */
export interface ServiceCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** From the service's root, with a slash. */
  readonly path: string;
  readonly body?: object;
  readonly png?: Uint8Array<ArrayBuffer>;
}

/** Times that a service which is at its limit is asked again. */
const RETRY_COUNT = 5;
const DEFAULT_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const SHOWN_CHARACTERS = 300;

function payloadOf({ body, png }: ServiceCall): RequestInit {
  if (png) return { headers: { 'content-type': 'image/png' }, body: png };
  if (body) return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return {};
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? messageOf(cause) || cause.name : messageOf(error);
}

/** A running keyart service, met by nothing but its public HTTP API. */
export class ServiceClient {
  readonly url: string;

  /**
   * @param url of the service's root
   * @param signal that ends all calls; unset: nothing does
   */
  constructor(
    url: string,
    private readonly apiKey: string,
    private readonly signal?: AbortSignal,
  ) {
    this.url = url.replace(/\/+$/, '');
  }

  /**
   * The answer's body.
   * @throws DependencyError `SERVICE_UNREACHABLE`, `SERVICE_REFUSED`, `INTERRUPTED`
   * @throws InputError `BAD_API_KEY`, `MISSING_SCOPE`
   */
  async ask<T>(call: ServiceCall): Promise<T> {
    const response = await this.answer(call);
    if (response.ok) return (await response.json()) as T;
    const text = (await response.text()).slice(0, SHOWN_CHARACTERS);
    const said = `${call.method} ${this.url}${call.path} answered ${response.status}: ${text}`;
    if (response.status === 401) throw new InputError(SERVE_ERROR_CODES.badKey, said);
    if (response.status === 403) throw new InputError(SERVE_ERROR_CODES.missingScope, said);
    throw new DependencyError(SERVE_ERROR_CODES.refused, said, response.status >= 500);
  }

  /** Status of the answer, whatever it is. @throws DependencyError `SERVICE_UNREACHABLE` */
  async statusOf(call: ServiceCall): Promise<number> {
    const response = await this.answer(call);
    await response.arrayBuffer();
    return response.status;
  }

  /** Asks again where the service says that it is at its limit. */
  private async answer(call: ServiceCall): Promise<Response> {
    for (let retry = 0; ; retry++) {
      const response = await this.send(call);
      const isBusy = response.status === 429 || response.status === 503;
      if (!isBusy || retry === RETRY_COUNT) return response;
      await response.arrayBuffer();
      await pause(Math.min(LONGEST_RETRY_MS, retryAfterMsOf(response.headers) ?? DEFAULT_RETRY_MS));
    }
  }

  private async send(call: ServiceCall): Promise<Response> {
    const { headers, body } = payloadOf(call);
    try {
      return await fetch(`${this.url}${call.path}`, {
        method: call.method,
        headers: { ...headers, authorization: `Bearer ${this.apiKey}` },
        body,
        signal: this.signal,
      });
    } catch (error) {
      if (this.signal?.aborted)
        throw new DependencyError(
          SERVE_ERROR_CODES.interrupted,
          'told to end before the days were over',
          true,
        );
      throw new DependencyError(
        SERVE_ERROR_CODES.unreachable,
        `${this.url} does not answer: ${reasonOf(error)}`,
        true,
        { cause: error },
      );
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Period } from '../chaos/fault';
import type { Traffic } from './traffic';

const ATTEMPT_LIMIT_MS = 10_000;
const RETRY_PAUSE_MS = 250;
const POLL_MS = 150;
const SHOWN_LENGTH = 300;
const OK = 200;
const FIRST_ERROR = 400;
const TOO_MANY = 429;
const UNAVAILABLE = 503;
/** Only a part that takes connections may cut them. */
const CUTTING: readonly Period[] = ['api'];

/** One request. */
export interface Message {
  readonly body?: object;
  readonly raw?: Uint8Array;
  readonly headers?: Record<string, string>;
}

/** An attempt's answer; `body` is null unless the service did what was asked. */
export interface Attempt<T> {
  readonly status: number;
  readonly body: T | null;
  readonly retryAfterMs: number;
}

const NO_ANSWER = { status: 0, body: null, retryAfterMs: RETRY_PAUSE_MS } as const;

/** A client that waits as long as it is asked to and sends the same thing again until it is done. */
export class GoodClient {
  constructor(
    private readonly baseUrl: string,
    private readonly apiKey: string,
    private readonly traffic: Traffic,
  ) {}

  /** Sends until the service has done it. @throws Error where it refuses for good */
  async insist<T>(method: string, path: string, message: Message = {}): Promise<T> {
    for (;;) {
      const answer = await this.attempt<T>(method, path, message);
      if (answer.body !== null) return answer.body;
      const isRefused = answer.status >= FIRST_ERROR && answer.status < 500 && answer.status !== TOO_MANY;
      if (isRefused) throw new Error(`${method} ${path} was refused with ${answer.status}`);
      await sleep(answer.retryAfterMs);
    }
  }

  async attempt<T>(method: string, path: string, message: Message = {}): Promise<Attempt<T>> {
    const { period } = this.traffic;
    try {
      const response = await this.send(method, path, message);
      return this.judge<T>(response, await response.text(), `${method} ${path}`);
    } catch (error) {
      const isLate = (error as Error).name === 'TimeoutError';
      const mayCut = [period, this.traffic.period].some((one) => CUTTING.includes(one));
      this.traffic.count(period, !isLate && mayCut ? 'cut off' : 'unanswered');
      if (isLate || !mayCut)
        this.note(`${period}: ${method} ${path}: ${String((error as Error).cause ?? error)}`);
      return NO_ANSWER;
    }
  }

  /** What is served there, or null while the service cannot say. */
  async bytes(path: string): Promise<Buffer | null> {
    const answer = await this.send('GET', path, {}).catch(() => null);
    if (!answer?.ok) return null;
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Where a job is: `unfinished` also while the service cannot say. */
  async jobState(name: string, jobId: string): Promise<'completed' | 'failed' | 'unfinished' | 'unknown'> {
    const { status, body } = await this.attempt<{ state: string }>('GET', `/v1/jobs/${name}/${jobId}`);
    if (status === 404) return 'unknown';
    if (body?.state === 'completed' || body?.state === 'failed') return body.state;
    await sleep(POLL_MS);
    return 'unfinished';
  }

  private send(method: string, path: string, { body, raw, headers }: Message): Promise<Response> {
    return fetch(this.baseUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(raw && { body: raw as RequestInit['body'] }),
      signal: AbortSignal.timeout(ATTEMPT_LIMIT_MS),
    });
  }

  private judge<T>(response: Response, text: string, what: string): Attempt<T> {
    const { status, headers } = response;
    const retryAfter = headers.get('retry-after');
    const isDone = status >= OK && status < 300;
    const isAskedBack = (status === UNAVAILABLE || status === TOO_MANY) && retryAfter !== null;
    const fate = isDone ? 'answered' : isAskedBack ? 'turned away' : 'unanswered';
    this.traffic.count(this.traffic.period, fate);
    if (fate === 'unanswered') this.note(`${what}: ${status} ${text.slice(0, SHOWN_LENGTH)}`);
    const body = isDone ? (JSON.parse(text || '{}') as T) : null;
    return { status, body, retryAfterMs: retryAfter ? Number(retryAfter) * 1000 : RETRY_PAUSE_MS };
  }

  private note(line: string): void {
    this.traffic.oddities.push(line);
  }
}

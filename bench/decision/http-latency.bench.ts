import { Agent, request } from 'node:http';
import { runOpenLoop, type OpenLoopResult } from './open-loop';

/**
 * Latency of a running service over HTTP, one title a request, at a constant arrival rate.
 *   KEYART_URL  base URL, e.g. http://127.0.0.1:3000      KEYART_KEY  API key
 *   BENCH_TITLE a title id of its catalogue               BENCH_MEMBER a member id (default: a new viewer each)
 */
const REQUESTS_PER_SECOND = 200;
const WARM_UP_MS = 5_000;
const DURATION_MS = 30_000;
const LIMIT_P99_MS = 5;
/** More than ever wait at once at the limit; connections are kept. */
const MAX_SOCKETS = 64;

interface Target {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: (index: number) => string;
  readonly agent: Agent;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

function targetFromEnvironment(): Target {
  const titleId = required('BENCH_TITLE');
  const member = process.env.BENCH_MEMBER;
  const surface = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' };
  return {
    url: new URL('/v1/decisions', required('KEYART_URL')),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${required('KEYART_KEY')}` },
    body: (index) =>
      JSON.stringify({
        memberId: member ?? `bench-${index}`,
        surface,
        titles: [{ titleId, row: 0, position: 0 }],
      }),
    agent: new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS, noDelay: true }),
  };
}

/** Resolves when a decision came back; an answer without one is a failure. */
function post({ url, headers, body, agent }: Target, index: number): Promise<void> {
  const text = body(index);
  const options = {
    method: 'POST',
    agent,
    headers: { ...headers, 'content-length': Buffer.byteLength(text) },
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (answer += chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (answer.includes('"decisionId"')) resolve();
        else reject(new Error(`${response.statusCode} ${answer.slice(0, 200)}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

function report({ count, failureCount, p50Ms, p99Ms, maxMs }: OpenLoopResult): void {
  console.log(`one title, durable, ${REQUESTS_PER_SECOND} requests/s for ${DURATION_MS / 1000} s over HTTP`);
  console.log(
    `p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms (limit ${LIMIT_P99_MS}), max ${maxMs.toFixed(1)} ms`,
  );
  console.log(`${count} answered, ${failureCount} failed`);
}

async function main(): Promise<void> {
  const target = targetFromEnvironment();
  await post(target, 0);
  const send = (index: number): Promise<void> => post(target, index);
  await runOpenLoop({ send, requestsPerSecond: REQUESTS_PER_SECOND, durationMs: WARM_UP_MS });
  const result = await runOpenLoop({ send, requestsPerSecond: REQUESTS_PER_SECOND, durationMs: DURATION_MS });
  report(result);
  if (result.failureCount > 0 || result.p99Ms > LIMIT_P99_MS) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { RawSocket, requestText } from '../e2e/support/raw-socket';
import type { HostileAct, RunningAct } from './hostile-act';

const IDLE_COUNT = 1_000;
const SLOW_COUNT = 100;
const SENDER_COUNT = 4;
const ANSWER_LIMIT_MS = 2_000;
const MEBIBYTE = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };

/** Connections that stay open with what was written into them. */
function held(name: string, count: number, textOf: (index: number) => string): HostileAct {
  const begin = async (baseUrl: string): Promise<RunningAct> => {
    const sockets: RawSocket[] = [];
    for (let i = 0; i < count; i++) sockets.push((await RawSocket.open(baseUrl)).write(textOf(i)));
    const end = async (): Promise<void> => sockets.forEach((socket) => socket.close());
    return { answers: [], end };
  };
  return { name, begin };
}

/** The same bad request over and over, from some senders at a time. */
function repeated(name: string, text: string): HostileAct {
  const begin = async (baseUrl: string): Promise<RunningAct> => {
    const answers: string[] = [];
    let isOver = false;
    const send = async (): Promise<void> => {
      while (!isOver) answers.push(await (await RawSocket.open(baseUrl)).write(text).answer(ANSWER_LIMIT_MS));
    };
    const senders = Promise.all(Array.from({ length: SENDER_COUNT }, send));
    const end = async (): Promise<void> => {
      isOver = true;
      await senders;
    };
    return { answers, end };
  };
  return { name, begin };
}

function post(path: string, body: string): string {
  const headers = { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(body)) };
  return requestText(`POST ${path} HTTP/1.1`, headers, body);
}

/** The acts, each played alone; all senders hold the key. */
export function hostileActs(apiKey: string): HostileAct[] {
  const authorised = (text: string): string =>
    text.replace('\r\n', `\r\nauthorization: Bearer ${apiKey}\r\n`);
  return [
    held('nobody', 0, () => ''),
    held('1,000 silent connections', IDLE_COUNT, () => ''),
    held(
      '100 heads without an end',
      SLOW_COUNT,
      () => 'POST /v1/events HTTP/1.1\r\nhost: keyart\r\nx-slow: ',
    ),
    held('100 bodies without an end', SLOW_COUNT, () =>
      authorised(requestText('POST /v1/events HTTP/1.1', { ...JSON_TYPE, 'content-length': '1000' }, '{')),
    ),
    repeated(
      'heads of a megabyte',
      requestText('GET /v1/titles HTTP/1.1', { 'x-long': 'x'.repeat(MEBIBYTE) }),
    ),
    repeated('deep JSON', authorised(post('/v1/events', '['.repeat(100_000)))),
    repeated(
      'two megabytes of unknown fields',
      authorised(
        post(
          '/v1/events',
          JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`field-${i}`, 0]))),
        ),
      ),
    ),
    repeated('unknown keys', requestText('GET /v1/titles HTTP/1.1', { authorization: 'Bearer nobody' })),
    repeated(
      'path tricks',
      authorised(requestText('GET /v1/artworks/..%2f..%2fetc%2fpasswd/image HTTP/1.1')),
    ),
    repeated(
      'texts that break SQL',
      authorised(requestText("GET /v1/titles/';DROP%20TABLE%20title;--%00 HTTP/1.1")),
    ),
  ];
}

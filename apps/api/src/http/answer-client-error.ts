import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { PROBLEM_TYPES, type ProblemSlug } from '../problems/problem-types';

const SLUG_OF_CODE: Readonly<Record<string, ProblemSlug>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** Answers what never became a request (too slow, too large, no HTTP) with a problem, and hangs up. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (socket.writable && error.code !== 'ECONNRESET')
    socket.write(answerOf(SLUG_OF_CODE[error.code ?? ''] ?? 'bad-request'));
  socket.destroy();
}

function answerOf(slug: ProblemSlug): string {
  const { status, title } = PROBLEM_TYPES[slug];
  const requestId = randomUUID();
  const body = JSON.stringify({
    ...{ type: `/problems/${slug}`, title, status, detail: title, instance: '/', requestId, errors: [] },
  });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    `connection: close\r\n\r\n${body}`,
  ].join('\r\n');
}

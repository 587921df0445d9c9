import type { Configuration } from '@keyart/common';
import { isInstant } from '@keyart/contracts';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem.exception';
import { sendProblem } from '../problems/send-problem';
import { answerClientError } from './answer-client-error';
import { requestIdOf } from './request-id';
import { problemOfSchemaErrors } from './problem-of-schema-errors';

/** From the first byte to the last of a request: 20 MB of picture need 5.4 Mbit/s. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** How often Node looks for connections past the two above. */
const TIMEOUT_CHECK_MS = 1_000;
/** A connection on which nothing moves: longer than any answer takes to begin. */
const SILENCE_MS = 60_000;
/** Longer than common load balancers keep a connection, so that they hang up first. */
const KEEP_ALIVE_MS = 75_000;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_PARAMETER_LENGTH = 1_000;

/** Fastify with strict validation: nothing is coerced, dropped or filled in. Slow and oversized callers are cut off. */
export function createFastifyAdapter({ TRUST_PROXY, MAX_CONNECTIONS }: Configuration): FastifyAdapter {
  const adapter = new FastifyAdapter({
    genReqId: requestIdOf,
    trustProxy: TRUST_PROXY ?? false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // What comes on an open connection while the service closes is answered as ever, and the connection then ends.
    return503OnClosing: false,
    connectionTimeout: SILENCE_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    clientErrorHandler: answerClientError,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    schemaErrorFormatter: problemOfSchemaErrors,
    // Comes before routing, and so before hooks and filters.
    frameworkErrors: answerBadPath,
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false },
      onCreate: (ajv) => void ajv.addFormat('date-time', isInstant),
    },
  });
  adapter.getInstance().server.maxConnections = MAX_CONNECTIONS;
  return adapter;
}

function answerBadPath(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = new ProblemException('bad-request', 'the path is not percent-encoded UTF-8');
  sendProblem(problem, request, reply.header('x-request-id', request.id));
}

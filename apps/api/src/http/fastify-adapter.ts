import { isInstant } from '@keyart/contracts';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { invalidBody } from '../problems/invalid-body';
import { faultsOfSchemaErrors } from './schema-faults';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem.exception';
import { sendProblem } from '../problems/send-problem';
import { requestIdOf } from './request-id';

const REQUEST_TIMEOUT_MS = 30_000;
const MAX_PARAMETER_LENGTH = 1_000;

/** Fastify with strict validation: nothing is coerced, dropped or filled in. */
export function createFastifyAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    genReqId: requestIdOf,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // What comes on an open connection while the service closes is answered as ever, and the connection then ends.
    return503OnClosing: false,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    schemaErrorFormatter: (errors) => invalidBody(faultsOfSchemaErrors(errors)),
    // Comes before routing, and so before hooks and filters.
    frameworkErrors: answerBadPath,
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false },
      onCreate: (ajv) => void ajv.addFormat('date-time', isInstant),
    },
  });
}

function answerBadPath(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = new ProblemException('bad-request', 'the path is not percent-encoded UTF-8');
  sendProblem(problem, request, reply.header('x-request-id', request.id));
}

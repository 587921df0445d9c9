import type { ProblemDto } from '@keyart/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPES } from './problem-types';
import type { ProblemException } from './problem.exception';

/** Answers with the problem, unless an answer is under way already. */
export function sendProblem(problem: ProblemException, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  reply
    .code(problem.getStatus())
    .headers({ ...problem.headers, 'content-type': 'application/problem+json; charset=utf-8' })
    .send(JSON.stringify(bodyOf(problem, request)));
}

function bodyOf(problem: ProblemException, request: FastifyRequest): ProblemDto {
  return {
    type: `/problems/${problem.slug}`,
    title: PROBLEM_TYPES[problem.slug].title,
    status: problem.getStatus(),
    detail: problem.detail,
    instance: pathOf(request),
    requestId: request.id,
    errors: [...problem.errors],
    ...problem.extension,
  };
}

/** The path asked for, without its query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0];
}

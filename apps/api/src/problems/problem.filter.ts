import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@keyart/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteTable } from '../http/route-table';
import { ProblemException } from './problem.exception';
import { problemOfError } from './problem-of-error';
import { pathOf, sendProblem } from './send-problem';

/** Turns whatever was thrown into `application/problem+json` (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: RouteTable,
    private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = this.wrongMethod(request) ?? problemOfError(error);
    if (problem.getStatus() >= 500) this.report(request, error);
    sendProblem(problem, request, host.switchToHttp().getResponse<FastifyReply>());
  }

  private wrongMethod(request: FastifyRequest): ProblemException | null {
    if (!request.is404) return null;
    const allowed = this.routes.methodsAt(pathOf(request));
    if (allowed.length === 0) return null;
    const allow = allowed.join(', ');
    return new ProblemException('method-not-allowed', `this address takes ${allow}`, { headers: { allow } });
  }

  private report(request: FastifyRequest, error: unknown): void {
    // The pattern, not the address: addresses carry member ids.
    const route = request.routeOptions.url;
    this.logger.error({ requestId: request.id, method: request.method, route, err: error }, 'request failed');
  }
}

import type { Logger } from '@keyart/common';
import type { HttpMetrics } from '@keyart/operations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiKeyGuard } from '../access/api-key.guard';
import type { Draining } from '../core/draining';
import type { RouteTable } from './route-table';

/** Nothing of an answer may be framed, sniffed or run; pages and pictures loosen what they need. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
};

/** For callers that came by TLS, to the proxy of `TRUST_PROXY` or to this process. */
const ONE_YEAR_OF_TLS = 'max-age=31536000';

export interface HookParts {
  readonly routes: RouteTable;
  readonly guard: ApiKeyGuard;
  readonly draining: Draining;
  readonly metrics: HttpMetrics;
  readonly logger: Logger;
}

/** What happens around every request: headers, the key check, one debug line. */
export function registerRequestHooks(instance: FastifyInstance, parts: HookParts): void {
  const { routes, guard, draining, metrics, logger } = parts;
  instance.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.access) throw new Error(`${String(method)} ${url} says neither RequireScope nor Public`);
    routes.add(method, url);
  });
  instance.decorateRequest('apiKeyHolder', null);
  instance.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    if (request.protocol === 'https') reply.header('strict-transport-security', ONE_YEAR_OF_TLS);
    await guard.admit(request, reply);
  });
  // A connection kept alive would hold a balancer to a process that is about to end, and hold up its end.
  instance.addHook('onSend', async (_request, reply) => {
    if (draining.isDraining) reply.header('connection', 'close');
  });
  instance.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const { statusCode: status, elapsedTime: elapsedMs } = reply;
    metrics.answered({ method, route: routeOptions.url ?? 'unknown', status, elapsedMs });
    logger.debug({ ...described(request), status, elapsedMs }, 'request');
  });
}

/** The route's pattern, not the address: addresses carry member ids. */
function described({ id, method, routeOptions, apiKeyHolder }: FastifyRequest): Record<string, unknown> {
  return { requestId: id, method, route: routeOptions.url, key: apiKeyHolder?.name };
}

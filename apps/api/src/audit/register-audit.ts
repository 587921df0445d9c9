import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuditTrail } from './audit-trail';

declare module 'fastify' {
  interface FastifyRequest {
    /** The call's entry in the audit; null: none was opened. */
    auditId: string | null;
    /** What the handler wants the audit to say besides; null: nothing. No member ids, no keys. */
    auditNote: string | null;
    isAuditClosed: boolean;
  }
}

/** Audits calls by known keys of the routes that ask for it; strangers are turned away before, and only counted. */
export function registerAudit(instance: FastifyInstance, trail: AuditTrail): void {
  instance.decorateRequest('auditId', null);
  instance.decorateRequest('auditNote', null);
  instance.decorateRequest('isAuditClosed', false);
  instance.addHook('preHandler', async (request) => {
    if (!isAudited(request)) return;
    // An entry that cannot be opened ends the call, and nothing is left to close.
    request.isAuditClosed = true;
    await trail.open(request);
    request.isAuditClosed = false;
  });
  instance.addHook('onSend', async (request, reply) => {
    if (!isAudited(request) || request.isAuditClosed) return;
    // What fails here is answered by a problem, which comes by here again.
    request.isAuditClosed = true;
    await trail.close(request, reply.statusCode);
  });
}

function isAudited({ is404, apiKeyHolder, routeOptions }: FastifyRequest): boolean {
  if (is404 || apiKeyHolder === null) return false;
  const { access, isAudited: isAsked = false } = routeOptions.config;
  return isAsked || (Array.isArray(access) && access.every((scope) => scope === 'admin'));
}

import { sanitizeText, type Clock, type MemberPseudonyms } from '@keyart/common';
import { MAX_ID_LENGTH } from '@keyart/contracts';
import type { AuditCall, AuditRepository } from '@keyart/db';
import type { FastifyRequest } from 'fastify';

/** What the trail needs. */
export interface AuditTrailOptions {
  readonly audit: Pick<AuditRepository, 'write' | 'close'>;
  readonly pseudonyms: Pick<MemberPseudonyms, 'pseudonymOf'>;
  readonly clock: Clock;
}

/**
 * Writes calls of administration to the audit: before they act, so that nothing is done without an entry, and again when
 * they are answered. Where an entry cannot be written the call fails: an administrator who can keep the audit from
 * writing must not thereby act unseen.
 */
export class AuditTrail {
  constructor(private readonly options: AuditTrailOptions) {}

  /** Notes a call that is about to act. */
  async open(request: FastifyRequest): Promise<void> {
    request.auditId = await this.options.audit.write({
      ...this.callOf(request),
      status: null,
      summary: null,
    });
  }

  /** Notes how a call ended; one that was refused before it was opened is noted whole. */
  async close(request: FastifyRequest, status: number): Promise<void> {
    const { auditId, auditNote: summary } = request;
    if (auditId !== null) return this.options.audit.close(auditId, { status, summary });
    await this.options.audit.write({ ...this.callOf(request), status, summary });
  }

  private callOf(request: FastifyRequest): AuditCall {
    const { apiKeyHolder, method, routeOptions, id } = request;
    return {
      at: new Date(this.options.clock.nowMs()),
      keyId: apiKeyHolder?.keyId ?? '',
      keyName: apiKeyHolder?.name ?? '',
      method,
      route: routeOptions.url ?? '',
      target: this.targetOf(request),
      requestId: id,
    };
  }

  private targetOf({ params, body }: FastifyRequest): Record<string, string> {
    const memberId = Object(body).memberId as unknown;
    const named = { ...Object(params), ...(memberId !== undefined && { memberId }) };
    const shown = ([name, value]: [string, unknown]): [string, string] => {
      const text = String(value);
      return [name, name === 'memberId' ? this.pseudonymOf(text) : sanitizeText(text, MAX_ID_LENGTH)];
    };
    return Object.fromEntries(Object.entries<unknown>(named).map(shown));
  }

  private pseudonymOf(memberId: string): string {
    return this.options.pseudonyms.pseudonymOf(memberId, this.options.clock.nowMs());
  }
}

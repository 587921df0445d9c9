import type { ApiScope } from '@keyart/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from '../limits/rate-limits';
import { ProblemException } from '../problems/problem.exception';
import type { ApiKeyHolder, KeyRing } from './key-ring';

const CHALLENGE = 'Bearer realm="keyart"';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; null on public routes. */
    apiKeyHolder: ApiKeyHolder | null;
  }
}

/** Lets a request in by its API key. Runs before the body is read, so that strangers cannot make the service read one. */
export class ApiKeyGuard {
  constructor(
    private readonly ring: KeyRing,
    private readonly limits: Pick<RateLimits, 'countCall' | 'countGuess' | 'requireNoGuesser'>,
  ) {}

  /** @throws ProblemException 401, 403 or 429 */
  async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const access = request.routeOptions.config.access;
    if (request.is404 || access === 'public') return;
    request.apiKeyHolder = await this.holderOf(request);
    await this.limits.countCall(request, reply);
    requireAnyScope(request.apiKeyHolder, access ?? []);
  }

  private async holderOf(request: FastifyRequest): Promise<ApiKeyHolder> {
    const key = keyOf(request);
    if (!key) {
      const detail = 'send an API key as "Authorization: Bearer …" or "x-api-key"';
      throw new ProblemException('missing-key', detail, { headers: { 'www-authenticate': CHALLENGE } });
    }
    // Keys seen before are no guesses: a guesser behind the same proxy cannot lock their holders out.
    if (!this.ring.hasSeen(key)) await this.limits.requireNoGuesser(request);
    const holder = await this.ring.find(key);
    if (holder) return holder;
    await this.limits.countGuess(request);
    const headers = { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` };
    throw new ProblemException('unknown-key', 'the API key is not known, or was withdrawn', { headers });
  }
}

/** @throws ProblemException 403 unless the holder has one of the scopes */
export function requireAnyScope(holder: ApiKeyHolder | null, scopes: readonly ApiScope[]): void {
  if (scopes.some((scope) => holder?.scopes.has(scope))) return;
  const wanted = scopes.join(' ');
  throw new ProblemException('missing-scope', `the API key needs the scope ${scopes.join(' or ')}`, {
    headers: { 'www-authenticate': `${CHALLENGE}, error="insufficient_scope", scope="${wanted}"` },
  });
}

function keyOf({ headers }: FastifyRequest): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const plain = headers['x-api-key'];
  return bearer ?? (typeof plain === 'string' && plain !== '' ? plain : null);
}

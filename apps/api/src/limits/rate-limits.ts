import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '@keyart/common';
import { ProblemException } from '../problems/problem.exception';
import { rateClassOf, ratesOf, type RateClass } from './rate-class';

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;
type Count = Exclude<Awaited<ReturnType<Limiter>>, { isAllowed: true }>;

/** Counts calls per key and class, and unknown keys per address, in windows of a minute. */
export class RateLimits {
  private readonly byClass: Readonly<Record<RateClass, Limiter>>;
  private readonly unknownKeys: Limiter;

  /** @param instance with @fastify/rate-limit registered */
  constructor(instance: FastifyInstance, configuration: Configuration) {
    const rates = ratesOf(configuration);
    const limiterOf = (rateClass: RateClass): Limiter =>
      instance.createRateLimit({
        max: rates[rateClass],
        keyGenerator: ({ apiKeyHolder }) => `${rateClass}:${apiKeyHolder?.keyId}`,
      });
    this.byClass = {
      serving: limiterOf('serving'),
      managing: limiterOf('managing'),
      admin: limiterOf('admin'),
    };
    this.unknownKeys = instance.createRateLimit({
      max: configuration.RATE_LIMIT_UNKNOWN_KEY_PER_MINUTE,
      keyGenerator: ({ ip }) => `unknown:${ip}`,
    });
  }

  /** Counts a call of the request's key and says in headers what is left. @throws ProblemException 429 */
  async countCall(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { access } = request.routeOptions.config;
    const rateClass = rateClassOf(access === 'public' ? [] : (access ?? []));
    const count = (await this.byClass[rateClass](request)) as Count;
    reply.headers({
      'ratelimit-limit': count.max,
      'ratelimit-remaining': count.remaining,
      'ratelimit-reset': count.ttlInSeconds,
    });
    if (count.isExceeded) refuse(count, 'this key has made too many calls of this kind');
  }

  /** @throws ProblemException 429 where the address has tried too many unknown keys */
  async requireNoGuesser(request: FastifyRequest): Promise<void> {
    const count = (await this.unknownKeys(request, { increment: false })) as Count;
    if (count.remaining === 0) refuse(count, 'too many unknown API keys came from this address');
  }

  /** Counts an unknown key of the request's address. */
  async countGuess(request: FastifyRequest): Promise<void> {
    await this.unknownKeys(request);
  }
}

function refuse({ ttlInSeconds }: Count, detail: string): never {
  const headers = { 'retry-after': String(Math.max(1, ttlInSeconds)) };
  throw new ProblemException('too-many-requests', `${detail}; try again later`, { headers });
}

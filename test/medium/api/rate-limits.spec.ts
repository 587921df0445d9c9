import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Configuration, createLogger } from '@keyart/common';
import fastify, { type FastifyInstance } from 'fastify';
import { registerRateLimits } from '../../../apps/api/src/limits/register-rate-limits';
import { QUEUE_BACKENDS } from '../../support/queue-backends';

const LIMIT = 3;

/** A service of one route that counts its calls for `keyId`. */
async function startReplica(queueUrl: string | undefined, keyId: string): Promise<FastifyInstance> {
  const instance = fastify();
  instance.decorateRequest('apiKeyHolder', null);
  const configuration = Object.assign(new Configuration(), {
    QUEUE_URL: queueUrl,
    RATE_LIMIT_SERVING_PER_MINUTE: LIMIT,
  });
  const limits = await registerRateLimits(instance, { configuration, logger: createLogger('t', 'silent') });
  instance.get('/', { config: { access: ['decide'] } }, async (request, reply) => {
    request.apiKeyHolder = { keyId, name: 'n', scopes: new Set() };
    await limits.countCall(request, reply);
    return 'ok';
  });
  return instance;
}

const statusOf = async (replica: FastifyInstance): Promise<number> =>
  (await replica.inject({ method: 'GET', url: '/' })).statusCode;

/** A counter that is not connected yet counts nothing. */
async function untilCounting(replica: FastifyInstance): Promise<void> {
  const { headers } = await replica.inject({ method: 'GET', url: '/' });
  if (Number(headers['ratelimit-remaining']) < LIMIT) return;
  await pause(20);
  return untilCounting(replica);
}

describe.each(QUEUE_BACKENDS)('rate limits of two replicas, queue on $backend', ({ queueUrl }) => {
  it('are counted together where the replicas share a Redis', async () => {
    const keyId = randomUUID();
    const replicas = await Promise.all([startReplica(queueUrl, keyId), startReplica(queueUrl, keyId)]);
    for (const replica of replicas) await untilCounting(replica);
    const statuses: number[] = [];
    for (let i = 0; i < 2; i++) for (const replica of replicas) statuses.push(await statusOf(replica));
    expect(statuses).toEqual(queueUrl ? [200, 429, 429, 429] : [200, 200, 200, 200]);
    await Promise.all(replicas.map((replica) => replica.close()));
  });
});

describe('rate limits without their Redis', () => {
  it('let everybody in rather than nobody', async () => {
    const replica = await startReplica('redis://127.0.0.1:1', randomUUID());
    for (let i = 0; i < LIMIT + 2; i++) expect(await statusOf(replica)).toBe(200);
    await replica.close();
  });
});

import rateLimit from '@fastify/rate-limit';
import type { Configuration, Logger } from '@keyart/common';
import type { FastifyInstance } from 'fastify';
import { connectCounters } from './connect-counters';
import { RateLimits } from './rate-limits';

const WINDOW_MS = 60_000;
const MAX_COUNTERS = 10_000;

/**
 * Rate limits for the guard to ask. With a Redis queue the replicas share their counters there; without, each counts for
 * itself, so that n replicas let n times as much in.
 */
export async function registerRateLimits(
  instance: FastifyInstance,
  { configuration, logger }: { configuration: Configuration; logger: Logger },
): Promise<RateLimits> {
  const redis = connectCounters(configuration.QUEUE_URL, logger);
  await instance.register(rateLimit, {
    global: false,
    timeWindow: WINDOW_MS,
    cache: MAX_COUNTERS,
    nameSpace: 'keyart-rate-',
    // Limits protect capacity, not secrets: counters that are away must not stop pages.
    skipOnError: true,
    ...(redis && { redis }),
  });
  if (redis) instance.addHook('onClose', async () => redis.disconnect());
  return new RateLimits(instance, configuration);
}

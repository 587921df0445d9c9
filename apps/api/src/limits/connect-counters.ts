import { messageOf, type Logger } from '@keyart/common';
import { Redis } from 'ioredis';

/** A page waits no longer than this for a counter; then it is served uncounted. */
const PATIENCE_MS = 50;

/** Redis for counters that replicas share; null where the queue lives in PostgreSQL. */
export function connectCounters(queueUrl: string | undefined, logger: Logger): Redis | null {
  if (queueUrl === undefined) return null;
  const redis = new Redis(queueUrl, {
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
  });
  let isDown = false;
  redis.on('error', (error) => {
    if (!isDown) logger.warn({ reason: messageOf(error) }, 'rate limits are off until Redis is back');
    isDown = true;
  });
  redis.on('ready', () => (isDown = false));
  return redis;
}

import {
  createPostgresBackend,
  setDefaultBackendFactory,
  type ConnectionOptions,
  type DefaultJobOptions,
  type QueueOptions,
} from 'bullmq';
import { isTracing, jobTelemetry } from './job-telemetry';

/** Where the queue lives: a Redis URL, or else the service's own PostgreSQL. */
export interface QueueLocation {
  readonly queueUrl?: string;
  readonly databaseUrl: string;
}

const KEEP_FINISHED_SECONDS = 24 * 3600;

/** Retries with growing pauses; finished jobs stay a day for people to look at. */
const DEFAULT_JOB_OPTIONS: DefaultJobOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  removeOnComplete: { age: KEEP_FINISHED_SECONDS },
  removeOnFail: { age: 7 * KEEP_FINISHED_SECONDS },
};

function redisConnection(queueUrl: string): ConnectionOptions {
  const url = new URL(queueUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.username && { username: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
    maxRetriesPerRequest: null,
  };
}

/** BullMQ types its options for Redis; the PostgreSQL backend reads the same field as a pool configuration. */
function postgresConnection(databaseUrl: string): ConnectionOptions {
  const pool = { connectionString: databaseUrl, schema: 'bullmq', migrate: true, max: 2 };
  return pool as unknown as ConnectionOptions;
}

/**
 * Chooses the queue's backend for this process and returns the options of every queue and worker.
 * Call it before any queue is built. Valid for one location per process at a time.
 * @param location Redis by `redis://…`, else PostgreSQL
 */
export function queueOptions(location: QueueLocation): QueueOptions {
  setDefaultBackendFactory(location.queueUrl ? undefined : createPostgresBackend);
  const connection = location.queueUrl
    ? redisConnection(location.queueUrl)
    : postgresConnection(location.databaseUrl);
  const telemetry = isTracing() ? jobTelemetry() : undefined;
  return { connection, defaultJobOptions: DEFAULT_JOB_OPTIONS, ...(telemetry && { telemetry }) };
}

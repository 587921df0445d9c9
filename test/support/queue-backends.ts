/** A place a queue may live in: PostgreSQL always, Redis where `npm test` found a server. */
export interface QueueBackendCase {
  readonly backend: string;
  readonly queueUrl: string | undefined;
}

/** The backends of this machine; the test runner names a missing one. */
export const QUEUE_BACKENDS: readonly QueueBackendCase[] = [
  { backend: 'PostgreSQL', queueUrl: undefined },
  ...(process.env.REDIS_URL_TEST ? [{ backend: 'Redis', queueUrl: process.env.REDIS_URL_TEST }] : []),
];

import { setTimeout as pause } from 'node:timers/promises';
import { DependencyError } from '@keyart/common';
import type { JobName } from '@keyart/contracts';
import { SERVE_ERROR_CODES } from './errors';
import type { ServiceClient } from './service-client';

interface JobAnswer {
  readonly state: string;
  readonly progressFraction: number;
  readonly failure: string | null;
  readonly result: unknown;
}

const POLL_INTERVAL_MS = 200;
/** A job that moves nothing for so long has no worker. */
const STALLED_AFTER_MS = 180_000;

/**
 * Waits until a job is done; its result.
 * @throws DependencyError `JOB_FAILED`, `QUEUE_STALLED`
 */
export async function jobResult<T>(client: ServiceClient, name: JobName, jobId: string): Promise<T> {
  const path = `/v1/jobs/${name}/${encodeURIComponent(jobId)}`;
  let [seen, movedAtMs] = ['', performance.now()];
  for (;;) {
    const job = await client.ask<JobAnswer>({ method: 'GET', path });
    if (job.state === 'completed') return job.result as T;
    if (job.state === 'failed')
      throw new DependencyError(
        SERVE_ERROR_CODES.jobFailed,
        `${name}: ${job.failure ?? 'no reason given'}`,
        false,
      );
    const state = `${job.state} ${job.progressFraction}`;
    if (state !== seen) [seen, movedAtMs] = [state, performance.now()];
    if (performance.now() - movedAtMs > STALLED_AFTER_MS)
      throw new DependencyError(
        SERVE_ERROR_CODES.queueStalled,
        `${name}: ${job.state} for three minutes; is a worker running?`,
        true,
      );
    await pause(POLL_INTERVAL_MS);
  }
}

/** Puts a job in line by the route and waits for its result. */
export async function runJob<T>(
  client: ServiceClient,
  name: JobName,
  { path, body }: { readonly path: string; readonly body: object },
): Promise<T> {
  const { jobId } = await client.ask<{ jobId: string }>({ method: 'POST', path, body });
  return jobResult<T>(client, name, jobId);
}

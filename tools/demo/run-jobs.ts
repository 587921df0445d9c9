import { setTimeout as pause } from 'node:timers/promises';
import { DependencyError, showProgress } from '@keyart/common';
import type { JobName } from '@keyart/contracts';
import type { ApiClient } from './api-client';

const POLL_INTERVAL_MS = 200;
/** A queue that moves nothing for so long is broken. */
const STALLED_AFTER_MS = 180_000;

/** Jobs of one kind to run over the queue. */
export interface JobBatch {
  readonly label: string;
  readonly name: JobName;
  readonly payloads: readonly object[];
}

/** Starts the jobs and waits for all, showing progress; returns their results in order. */
export async function runJobs(api: ApiClient, batch: JobBatch): Promise<unknown[]> {
  const progress = showProgress(batch.label);
  const started = await Promise.all(batch.payloads.map((payload) => api.startJob(batch.name, payload)));
  let [lastFraction, lastMoveAtMs] = [0, performance.now()];
  for (;;) {
    const jobs = await Promise.all(started.map(({ jobId }) => api.job(batch.name, jobId)));
    const failed = jobs.find((job) => job.state === 'failed');
    if (failed)
      throw new DependencyError('JOB_FAILED', `${batch.name}: ${failed.failure ?? 'no reason given'}`, false);
    const done = jobs.filter((job) => job.state === 'completed');
    const fraction = jobs.reduce(
      (sum, job) => sum + (job.state === 'completed' ? 1 : job.progressFraction),
      0,
    );
    if (fraction !== lastFraction) [lastFraction, lastMoveAtMs] = [fraction, performance.now()];
    if (performance.now() - lastMoveAtMs > STALLED_AFTER_MS)
      throw new DependencyError(
        'QUEUE_STALLED',
        `${batch.name}: the queue has not moved for three minutes`,
        true,
      );
    progress.update(fraction / jobs.length);
    if (done.length === jobs.length) {
      progress.done(`${jobs.length} done`);
      return jobs.map((job) => job.result);
    }
    await pause(POLL_INTERVAL_MS);
  }
}

import type { JobName } from '@keyart/contracts';
import type { JobType, Queue } from 'bullmq';

const STATES: JobType[] = ['waiting', 'prioritized', 'active', 'delayed', 'failed'];

/** What stands in a job's queue. */
export interface QueueDepth {
  readonly job: JobName;
  /** By state: waiting, prioritized, active, delayed, failed. */
  readonly counts: Readonly<Record<string, number>>;
  /** Age of the oldest job that waits to be taken, milliseconds; 0 when none does. */
  readonly oldestWaitingMs: number;
}

/**
 * Reads a queue's depth. The oldest job is looked for among the next ones to be taken of each kind, which with priorities
 * may not be the oldest of all.
 * @param nowMs the time to measure ages from
 */
export async function queueDepthOf(job: JobName, queue: Queue, nowMs: number): Promise<QueueDepth> {
  const [counts, waiting, prioritized] = await Promise.all([
    queue.getJobCounts(...STATES),
    queue.getJobs('waiting', 0, 0, true),
    queue.getJobs('prioritized', 0, 0, true),
  ]);
  const ages = [...waiting, ...prioritized].map(({ timestamp }) => nowMs - timestamp);
  return { job, counts, oldestWaitingMs: Math.max(0, ...ages) };
}

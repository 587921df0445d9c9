import type { Job, JobType, Queue } from 'bullmq';

/** A job that names a member. */
export interface MemberJob {
  readonly name: string;
  readonly jobId: string;
  /** BullMQ's state: waiting, active, delayed, completed, failed … */
  readonly state: string;
  readonly data: unknown;
}

/** What was done about a member's jobs. */
export interface RemovedJobs {
  readonly removedCount: number;
  /** Running now, thus still there. */
  readonly activeCount: number;
}

interface Found {
  readonly job: Job;
  readonly state: JobType;
}

const STATES: readonly JobType[] = ['waiting', 'prioritized', 'delayed', 'completed', 'failed', 'active'];
const PAGE_COUNT = 500;

/**
 * The jobs of one member among all jobs of some queues. A job is the member's when a field of its payload or result is the
 * member's id; failures name no members. Looks at every job there is: made for the rare call, not for the serving path.
 */
export class MemberJobs {
  constructor(private readonly queues: readonly Queue[]) {}

  /** All of them, whatever their state. */
  async list(memberId: string): Promise<MemberJob[]> {
    const found = await this.find(memberId);
    return found.map(({ job, state }) => ({
      name: job.name,
      jobId: job.id ?? '',
      state,
      data: job.data as unknown,
    }));
  }

  /**
   * Removes all but the running ones, with their results, logs and deduplication keys.
   * @param exceptQueue whose running jobs are not counted, since one of them is the caller
   */
  async remove(memberId: string, exceptQueue: string): Promise<RemovedJobs> {
    let removedCount = 0;
    let activeCount = 0;
    for (const { job } of await this.find(memberId)) {
      if (await isRemoved(job)) removedCount++;
      else if (job.queueName !== exceptQueue) activeCount++;
    }
    return { removedCount, activeCount };
  }

  private async find(memberId: string): Promise<Found[]> {
    const found: Found[] = [];
    for (const queue of this.queues)
      for (const state of STATES)
        for await (const job of jobsIn(queue, state)) if (isAbout(job, memberId)) found.push({ job, state });
    return found;
  }
}

async function* jobsIn(queue: Queue, state: JobType): AsyncGenerator<Job, void, undefined> {
  for (let start = 0; ; start += PAGE_COUNT) {
    const jobs = await queue.getJobs([state], start, start + PAGE_COUNT - 1);
    yield* jobs.filter((job) => job !== undefined && job !== null);
    if (jobs.length < PAGE_COUNT) return;
  }
}

function isAbout({ data, returnvalue }: Job, memberId: string): boolean {
  return holds([data, returnvalue], memberId);
}

function holds(value: unknown, text: string): boolean {
  if (typeof value !== 'object' || value === null) return value === text;
  return Object.values(value).some((inner) => holds(inner, text));
}

/** False where the job runs (it is locked then) or ran and removed itself. */
async function isRemoved(job: Job): Promise<boolean> {
  try {
    await job.remove();
    return true;
  } catch (error) {
    if (!(await job.isActive())) throw error;
    return false;
  }
}

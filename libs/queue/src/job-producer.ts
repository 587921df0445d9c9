import { setTimeout as sleep } from 'node:timers/promises';
import { JOB_NAMES, type JobName, type JobPayload, type ReadingUrgency } from '@keyart/contracts';
import { Queue, type Job, type JobsOptions, type QueueOptions } from 'bullmq';
import { collapsing, deduplicationOf } from './deduplication-of';
import { QueueUnavailableError } from './errors';
import type { JobStatus } from './job-status';
import type { FailedJob } from './failed-job';
import { MemberJobs, type MemberJob } from './member-jobs';
import { PictureFlows } from './picture-flows';

/** How a job is put in line. */
export interface EnqueueOptions {
  /** 1 is served first; unset is before all numbers. */
  readonly priority?: number;
  /** Jobs of this name with the same key collapse: one that waits is enough, one that comes while another runs is run once after it. */
  readonly collapseKey?: string;
}

/** Puts jobs in line and tells how they are doing; the only way other rooms meet the queue. Jobs of one member collapse. */
export interface JobProducer {
  enqueue<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options?: EnqueueOptions,
  ): Promise<{ jobId: string }>;
  /** Starts the flow of an artwork whose picture is new. @returns id of its last step, a `precompute-artwork` */
  readPicture(artworkId: string, urgency: ReadingUrgency): Promise<{ jobId: string }>;
  /** Jobs that nobody tries again, newest first, `limit` at most. */
  failed(name: JobName, limit: number): Promise<FailedJob[]>;
  /** Puts a failed job in line again; false when there is no such job, or it has not failed. */
  retry(name: JobName, jobId: string): Promise<boolean>;
  /** Null when no such job is known (or it was tidied away). */
  status(name: JobName, jobId: string): Promise<JobStatus | null>;
  /** Every job that names the member, in whatever state. */
  ofMember(memberId: string): Promise<MemberJob[]>;
  /** Throws QueueUnavailableError unless the queue's store answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Well below what callers wait, well above a restart of the store. */
const ANSWER_LIMIT_MS = 5_000;

async function lateAfter(limitMs: number, signal: AbortSignal): Promise<never> {
  await sleep(limitMs, undefined, { signal });
  throw new Error(`no answer within ${limitMs} ms`);
}

/** Where the defaults of `queueOptions` do not fit: nothing is to be seen of an erasure that is done. */
const OPTIONS_OF_JOB: Partial<Record<JobName, JobsOptions>> = { 'erase-member': { removeOnComplete: true } };

function statusOf(job: Job, state: string): JobStatus {
  return {
    jobId: job.id ?? '',
    state,
    progressFraction: typeof job.progress === 'number' ? job.progress : 0,
    attemptCount: job.attemptsMade,
    failure: job.failedReason ?? null,
    result: job.returnvalue ?? null,
  };
}

function failedJobOf(job: Job): FailedJob {
  return {
    jobId: job.id ?? '',
    payload: job.data as unknown,
    failure: job.failedReason ?? '',
    attemptCount: job.attemptsMade,
    failedAt: new Date(job.finishedOn ?? job.timestamp),
  };
}

/** JobProducer over BullMQ, on Redis or PostgreSQL as the options say. */
export class BullJobProducer implements JobProducer {
  private readonly queues: ReadonlyMap<JobName, Queue>;
  private readonly flows: PictureFlows;

  /**
   * @param options from `queueOptions`
   * @param answerLimitMs how long the queue's store may take to answer; a job put in line too late is not taken back, so
   * the caller's repetition may make it run twice
   */
  constructor(
    options: QueueOptions,
    private readonly answerLimitMs = ANSWER_LIMIT_MS,
  ) {
    this.queues = new Map(JOB_NAMES.map((name) => [name, new Queue(name, options)]));
    for (const queue of this.queues.values()) queue.on('error', () => undefined);
    this.flows = new PictureFlows(options);
  }

  async enqueue<N extends JobName>(
    name: N,
    payload: JobPayload<N>,
    options: EnqueueOptions = {},
  ): Promise<{ jobId: string }> {
    const job = await this.reach(() =>
      this.queue(name).add(name, payload, {
        ...(options.priority !== undefined && { priority: options.priority }),
        deduplication:
          options.collapseKey === undefined ? deduplicationOf(payload) : collapsing(options.collapseKey),
        ...OPTIONS_OF_JOB[name],
      }),
    );
    return { jobId: job.id ?? '' };
  }

  async readPicture(artworkId: string, urgency: ReadingUrgency): Promise<{ jobId: string }> {
    return this.reach(() => this.flows.start(artworkId, urgency));
  }

  async failed(name: JobName, limit: number): Promise<FailedJob[]> {
    const jobs = await this.reach(() => this.queue(name).getFailed(0, limit - 1));
    return jobs.map(failedJobOf);
  }

  async retry(name: JobName, jobId: string): Promise<boolean> {
    return this.reach(async () => {
      const found: Job | undefined = await this.queue(name).getJob(jobId);
      if (!found || !(await found.isFailed())) return false;
      await found.retry('failed', { resetAttemptsMade: true });
      return true;
    });
  }

  async status(name: JobName, jobId: string): Promise<JobStatus | null> {
    return this.reach(async () => {
      const queue = this.queue(name);
      const found: Job | undefined = await queue.getJob(jobId);
      if (!found) return null;
      const state = await found.getState();
      // Read again after the state: a job said to have ended then comes with its result, attempts and failure.
      return statusOf((await queue.getJob(jobId)) ?? found, state);
    });
  }

  async ofMember(memberId: string): Promise<MemberJob[]> {
    return this.reach(() => new MemberJobs([...this.queues.values()]).list(memberId));
  }

  async ping(): Promise<void> {
    await this.reach(() => this.queue('attribute-rewards').getJobCounts('waiting'));
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values(), this.flows].map((closable) => closable.close()));
  }

  private queue(name: JobName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new RangeError(`no queue for job ${name}`);
    return queue;
  }

  /** The queue's clients wait for a lost store as long as it takes; callers do not. */
  private async reach<T>(call: () => Promise<T>): Promise<T> {
    const limit = new AbortController();
    try {
      return await Promise.race([call(), lateAfter(this.answerLimitMs, limit.signal)]);
    } catch (error) {
      throw new QueueUnavailableError(error);
    } finally {
      limit.abort();
    }
  }
}

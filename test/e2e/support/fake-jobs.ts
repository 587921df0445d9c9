import type { JobName, JobPayload } from '@keyart/contracts';
import type { FailedJob, JobProducer, JobStatus, MemberJob } from '@keyart/queue';

/** Remembers what was put in line; does nothing. */
export class FakeJobs implements JobProducer {
  readonly enqueued: { name: JobName; payload: object }[] = [];
  /** Artworks whose flows were started. */
  readonly pictures: string[] = [];
  failure: Error | null = null;

  async enqueue<N extends JobName>(name: N, payload: JobPayload<N>): Promise<{ jobId: string }> {
    if (this.failure) throw this.failure;
    this.enqueued.push({ name, payload });
    return { jobId: `job-${this.enqueued.length}` };
  }

  async readPicture(artworkId: string): Promise<{ jobId: string }> {
    if (this.failure) throw this.failure;
    this.pictures.push(artworkId);
    return { jobId: `flow-${this.pictures.length}` };
  }

  async failed(): Promise<FailedJob[]> {
    return [];
  }

  async retry(): Promise<boolean> {
    return false;
  }

  async status(_name: JobName, jobId: string): Promise<JobStatus | null> {
    const index = Number(jobId.replace('job-', '')) - 1;
    if (!this.enqueued[index]) return null;
    return { jobId, state: 'waiting', progressFraction: 0, attemptCount: 0, failure: null, result: null };
  }

  async ofMember(memberId: string): Promise<MemberJob[]> {
    return this.enqueued.flatMap(({ name, payload }, index) =>
      'memberId' in payload && payload.memberId === memberId
        ? [{ name, jobId: `job-${index + 1}`, state: 'waiting', data: payload }]
        : [],
    );
  }

  async ping(): Promise<void> {
    if (this.failure) throw this.failure;
  }

  async close(): Promise<void> {}
}

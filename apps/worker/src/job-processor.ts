import { WorkerHost } from '@nestjs/bullmq';
import { InputError, NotFoundError, type ProgressListener } from '@keyart/common';
import type { JobName, JobPayload } from '@keyart/contracts';
import { parseJobPayload } from '@keyart/queue';
import { UnrecoverableError, type Job } from 'bullmq';

const PROGRESS_STEP_FRACTION = 0.01;

/** Which try of a job this is. */
export interface JobAttempt {
  /** Nobody tries again when it fails. */
  readonly isLast: boolean;
}

/** The frame of every processor: parse the payload, call a library, report. A fault that no retry can mend ends the job. */
export abstract class JobProcessor<N extends JobName> extends WorkerHost {
  abstract readonly jobName: N;

  protected abstract handle(
    payload: JobPayload<N>,
    onProgress: ProgressListener,
    attempt: JobAttempt,
  ): Promise<object>;

  async process(job: Job): Promise<object> {
    try {
      return await this.handle(parseJobPayload(this.jobName, job.data), progressOf(job), attemptOf(job));
    } catch (error) {
      if (error instanceof InputError || error instanceof NotFoundError) {
        throw new UnrecoverableError(`${error.code}: ${error.message}`);
      }
      throw error;
    }
  }
}

function attemptOf({ attemptsMade, opts }: Job): JobAttempt {
  return { isLast: attemptsMade + 1 >= (opts.attempts ?? 1) };
}

/** Writes progress to the queue at most once a percent; a lost progress note never fails a job. */
function progressOf(job: Job): ProgressListener {
  let lastFraction = 0;
  return (fraction) => {
    if (fraction - lastFraction < PROGRESS_STEP_FRACTION && fraction < 1) return;
    lastFraction = fraction;
    job.updateProgress(fraction).catch(() => undefined);
  };
}

import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { InputError, NotFoundError, type ProgressListener } from '@keyart/common';
import type { JobName, JobPayload } from '@keyart/contracts';
import { parseJobPayload, type JobListener } from '@keyart/queue';
import { UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { HandBack, HandedBackError } from './hand-back';
import { JOB_LISTENER } from './tokens';

const PROGRESS_STEP_FRACTION = 0.01;

/** Which try of a job this is. */
export interface JobAttempt {
  /** Nobody tries again when it fails. */
  readonly isLast: boolean;
}

/**
 * The frame of every processor: parse the payload, call a library, report. A fault that no retry can mend ends the job; a job
 * that the end of the worker interrupts goes back in line without losing an attempt.
 */
export abstract class JobProcessor<N extends JobName> extends WorkerHost {
  abstract readonly jobName: N;

  @Inject(HandBack) private readonly handBack: HandBack;
  @Inject(JOB_LISTENER) private readonly listener: JobListener;

  protected abstract handle(
    payload: JobPayload<N>,
    onProgress: ProgressListener,
    attempt: JobAttempt,
  ): Promise<object>;

  async process(job: Job, token?: string): Promise<object> {
    const startedMs = performance.now();
    try {
      const result = await this.handBack.unlessOver(this.handleParsed(job));
      this.report('completed', startedMs);
      return result;
    } catch (error) {
      if (error instanceof HandedBackError) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      this.report('failed', startedMs);
      throw finalOf(error);
    }
  }

  private async handleParsed(job: Job): Promise<object> {
    return this.handle(parseJobPayload(this.jobName, job.data), progressOf(job), attemptOf(job));
  }

  private report(result: 'completed' | 'failed', startedMs: number): void {
    this.listener.tried({ job: this.jobName, result, elapsedMs: performance.now() - startedMs });
  }
}

function finalOf(error: unknown): unknown {
  const isFinal = error instanceof InputError || error instanceof NotFoundError;
  return isFinal ? new UnrecoverableError(`${error.code}: ${error.message}`) : error;
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

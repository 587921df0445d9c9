import { DependencyError, InputError } from '@keyart/common';

/** A job payload that its contract refuses; the job fails for good. */
export class BadJobPayloadError extends InputError {
  constructor(job: string, faults: readonly string[]) {
    super('BAD_JOB_PAYLOAD', `job ${job}: ${faults.join('; ')}`);
  }
}

/** The queue's store cannot be reached. */
export class QueueUnavailableError extends DependencyError {
  constructor(cause: unknown) {
    super('QUEUE_UNAVAILABLE', 'the job queue cannot be reached', true, { cause });
  }
}

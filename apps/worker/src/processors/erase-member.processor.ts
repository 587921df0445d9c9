import { Processor } from '@nestjs/bullmq';
import type { EraseMemberPayload } from '@keyart/contracts';
import { EraseMember, type ErasePassOutcome } from '@keyart/decisions';
import { DelayedError, type Job } from 'bullmq';
import { JobProcessor } from '../job-processor';

/** Erases a member; one job runs every pass, waiting in between, so that its deduplication keeps a second one away. */
@Processor('erase-member')
export class EraseMemberProcessor extends JobProcessor<'erase-member'> {
  readonly jobName = 'erase-member';

  constructor(private readonly eraseMember: EraseMember) {
    super();
  }

  override async process(job: Job, token?: string): Promise<object> {
    const outcome = (await super.process(job)) as ErasePassOutcome;
    if (outcome.state === 'completed') return { state: outcome.state };
    await job.moveToDelayed(outcome.againAtMs, token);
    throw new DelayedError();
  }

  protected handle(payload: EraseMemberPayload): Promise<ErasePassOutcome> {
    return this.eraseMember.run(payload);
  }
}

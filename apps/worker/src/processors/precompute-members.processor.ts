import { Processor } from '@nestjs/bullmq';
import type { PrecomputeMembersPayload } from '@keyart/contracts';
import { PrecomputeRunWalk } from '@keyart/decisions';
import { JobProcessor } from '../job-processor';

/** Puts the next members of the unfinished precompute run in line; begins a run where told to. */
@Processor('precompute-members')
export class PrecomputeMembersProcessor extends JobProcessor<'precompute-members'> {
  readonly jobName = 'precompute-members';

  constructor(private readonly walk: PrecomputeRunWalk) {
    super();
  }

  protected async handle({ isBeginning }: PrecomputeMembersPayload): Promise<object> {
    if (isBeginning) await this.walk.begin();
    return this.walk.goOn();
  }
}

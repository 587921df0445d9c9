import { InjectQueue, Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { BuildProfilePayload } from '@keyart/contracts';
import { BuildProfile } from '@keyart/decisions';
import { deduplicationOf } from '@keyart/queue';
import type { OpenedLlm } from '@keyart/llm';
import type { Queue } from 'bullmq';
import { JobProcessor } from '../job-processor';
import { OPENED_LLM } from '../tokens';

/** Rebuilds a member's taste profile; where there is an LLM, asks it for scores of the new one. */
@Processor('build-profile', { concurrency: 4 })
export class BuildProfileProcessor extends JobProcessor<'build-profile'> {
  readonly jobName = 'build-profile';

  constructor(
    private readonly buildProfile: BuildProfile,
    @InjectQueue('precompute-scores') private readonly scoring: Queue,
    @Inject(OPENED_LLM) private readonly llm: OpenedLlm | null,
  ) {
    super();
  }

  protected async handle({ memberId }: BuildProfilePayload): Promise<object> {
    const profile = await this.buildProfile.run(memberId);
    if (this.llm)
      await this.scoring.add(
        'precompute-scores',
        { memberId },
        { deduplication: deduplicationOf({ memberId }) },
      );
    return profile;
  }
}

import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { PrecomputeScoresPayload } from '@keyart/contracts';
import { ScoreMember } from '@keyart/decisions';
import { JobProcessor } from '../job-processor';

/** Scores all likely titles of one member together. One at a time: the model is the bottleneck, and reuse lives within a member. */
@Processor('precompute-scores', { concurrency: 1, lockDuration: 120_000 })
export class PrecomputeScoresProcessor extends JobProcessor<'precompute-scores'> {
  readonly jobName = 'precompute-scores';

  constructor(private readonly scoreMember: ScoreMember) {
    super();
  }

  protected handle({ memberId }: PrecomputeScoresPayload, onProgress: ProgressListener): Promise<object> {
    return this.scoreMember.run({ memberId, onProgress });
  }
}

import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { PrecomputeScoresPayload } from '@keyart/contracts';
import { ScoreMemberByAll, ScoreRunMember } from '@keyart/decisions';
import { JobProcessor, type JobAttempt } from '../job-processor';

/** Scores all likely titles of one member together. One at a time: the model is the bottleneck, and reuse lives within a member. */
@Processor('precompute-scores', { concurrency: 1 })
export class PrecomputeScoresProcessor extends JobProcessor<'precompute-scores'> {
  readonly jobName = 'precompute-scores';

  constructor(
    private readonly scoreMember: ScoreMemberByAll,
    private readonly scoreRunMember: ScoreRunMember,
  ) {
    super();
  }

  protected handle(
    { memberId, runId }: PrecomputeScoresPayload,
    onProgress: ProgressListener,
    { isLast }: JobAttempt,
  ): Promise<object> {
    return runId === undefined
      ? this.scoreMember.run({ memberId, onProgress })
      : this.scoreRunMember.run({ runId, memberId, onProgress, isLastAttempt: isLast });
  }
}

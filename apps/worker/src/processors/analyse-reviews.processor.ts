import { InjectQueue, Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { AnalyseReviewsPayload } from '@keyart/contracts';
import { collapsing } from '@keyart/queue';
import { AnalyseReviews } from '@keyart/voice';
import type { Queue } from 'bullmq';
import { JobProcessor, type JobAttempt } from '../job-processor';

/** Reads the reviews that wait, and has the profiles of their titles built meanwhile. */
@Processor('analyse-reviews')
export class AnalyseReviewsProcessor extends JobProcessor<'analyse-reviews'> {
  readonly jobName = 'analyse-reviews';

  constructor(
    private readonly analyse: AnalyseReviews,
    @InjectQueue('update-profiles') private readonly profiles: Queue,
  ) {
    super();
  }

  protected handle(
    _: AnalyseReviewsPayload,
    onProgress: ProgressListener,
    { isLast }: JobAttempt,
  ): Promise<object> {
    const onBatch = async (): Promise<void> => {
      await this.profiles.add('update-profiles', {}, { deduplication: collapsing('update-profiles') });
    };
    return this.analyse.run({ isLast, onBatch, onProgress });
  }
}

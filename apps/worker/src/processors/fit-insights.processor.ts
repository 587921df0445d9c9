import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { FitInsightsPayload } from '@keyart/contracts';
import { FitInsights } from '@keyart/decisions';
import { JobProcessor } from '../job-processor';

/** Learns what title intelligence is worth for the choice of pictures. */
@Processor('fit-insights')
export class FitInsightsProcessor extends JobProcessor<'fit-insights'> {
  readonly jobName = 'fit-insights';

  constructor(private readonly insights: FitInsights) {
    super();
  }

  protected handle(_: FitInsightsPayload, onProgress: ProgressListener): Promise<object> {
    return this.insights.run({ onProgress });
  }
}

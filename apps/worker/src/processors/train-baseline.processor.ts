import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { TrainBaselinePayload } from '@keyart/contracts';
import { TrainProductionModels } from '@keyart/decisions';
import { JobProcessor } from '../job-processor';

/** Trains bandit, popularity table and clickbait guard from the attributed log. */
@Processor('train-baseline')
export class TrainBaselineProcessor extends JobProcessor<'train-baseline'> {
  readonly jobName = 'train-baseline';

  constructor(private readonly trainProductionModels: TrainProductionModels) {
    super();
  }

  protected handle({ until, ...how }: TrainBaselinePayload, onProgress: ProgressListener): Promise<object> {
    return this.trainProductionModels.run({ ...how, ...(until && { until: new Date(until) }), onProgress });
  }
}

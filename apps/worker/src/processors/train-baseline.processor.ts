import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { TrainBaselinePayload } from '@keyart/contracts';
import { TrainProductionModels } from '@keyart/decisions';
import { JobProcessor } from '../job-processor';

/** Trains the production baseline and the popularity table from the attributed log, and activates them. */
@Processor('train-baseline')
export class TrainBaselineProcessor extends JobProcessor<'train-baseline'> {
  readonly jobName = 'train-baseline';

  constructor(private readonly trainProductionModels: TrainProductionModels) {
    super();
  }

  protected handle({ until }: TrainBaselinePayload, onProgress: ProgressListener): Promise<object> {
    return this.trainProductionModels.run({ ...(until && { until: new Date(until) }), onProgress });
  }
}

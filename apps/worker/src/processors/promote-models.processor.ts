import { Processor } from '@nestjs/bullmq';
import type { PromoteModelsPayload } from '@keyart/contracts';
import { PromoteModels } from '@keyart/decisions';
import { JobProcessor } from '../job-processor';

/** Promotes or rejects the bandit in the shadow once it has watched enough. */
@Processor('promote-models')
export class PromoteModelsProcessor extends JobProcessor<'promote-models'> {
  readonly jobName = 'promote-models';

  constructor(private readonly promoteModels: PromoteModels) {
    super();
  }

  protected handle({ minDecisionCount }: PromoteModelsPayload): Promise<object> {
    return this.promoteModels.run(minDecisionCount ? { leastDecisionCount: minDecisionCount } : {});
  }
}

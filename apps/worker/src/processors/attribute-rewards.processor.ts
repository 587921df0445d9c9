import { Processor } from '@nestjs/bullmq';
import type { AttributeRewardsPayload } from '@keyart/contracts';
import { AttributeRewards } from '@keyart/decisions';
import { JobProcessor } from '../job-processor';

/** Attributes rewards to decisions whose window has closed. */
@Processor('attribute-rewards')
export class AttributeRewardsProcessor extends JobProcessor<'attribute-rewards'> {
  readonly jobName = 'attribute-rewards';

  constructor(private readonly attributeRewards: AttributeRewards) {
    super();
  }

  protected handle({ asOf }: AttributeRewardsPayload): Promise<object> {
    return this.attributeRewards.run(asOf ? { asOf: new Date(asOf) } : {});
  }
}

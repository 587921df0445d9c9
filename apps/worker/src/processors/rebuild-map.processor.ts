import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { RebuildMapPayload } from '@keyart/contracts';
import { RebuildMap } from '@keyart/insights';
import { JobProcessor } from '../job-processor';

/** Makes the similarity map of the catalogue anew. */
@Processor('rebuild-map')
export class RebuildMapProcessor extends JobProcessor<'rebuild-map'> {
  readonly jobName = 'rebuild-map';

  constructor(private readonly rebuildMap: RebuildMap) {
    super();
  }

  protected handle({ isForced }: RebuildMapPayload, onProgress: ProgressListener): Promise<object> {
    return this.rebuildMap.run({ isForced, onProgress });
  }
}

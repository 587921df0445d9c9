import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { PurgeExpiredPayload } from '@keyart/contracts';
import { PurgeExpired } from '@keyart/decisions';
import { JobProcessor } from '../job-processor';

/** Deletes what is older than it may be kept, or counts it. */
@Processor('purge-expired')
export class PurgeExpiredProcessor extends JobProcessor<'purge-expired'> {
  readonly jobName = 'purge-expired';

  constructor(private readonly purgeExpired: PurgeExpired) {
    super();
  }

  protected handle({ isDryRun }: PurgeExpiredPayload, onProgress: ProgressListener): Promise<object> {
    return this.purgeExpired.run({ isDryRun: isDryRun ?? false, onProgress });
  }
}

import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { UpdateProfilesPayload } from '@keyart/contracts';
import { UpdateProfiles } from '@keyart/voice';
import { JobProcessor } from '../job-processor';

/** Builds the profiles of the titles whose reviews have changed. */
@Processor('update-profiles')
export class UpdateProfilesProcessor extends JobProcessor<'update-profiles'> {
  readonly jobName = 'update-profiles';

  constructor(private readonly update: UpdateProfiles) {
    super();
  }

  protected handle({ isAll }: UpdateProfilesPayload, onProgress: ProgressListener): Promise<object> {
    return this.update.run({ isAll, onProgress });
  }
}

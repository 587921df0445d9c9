import { Processor } from '@nestjs/bullmq';
import { ReadPicture } from '@keyart/catalog';
import type { ArtworkPayload } from '@keyart/contracts';
import { JobProcessor } from '../job-processor';

/** Reads the features off an artwork's picture. Two at a time: one decodes while the other is in the models. */
@Processor('read-picture', { concurrency: 2 })
export class ReadPictureProcessor extends JobProcessor<'read-picture'> {
  readonly jobName = 'read-picture';

  constructor(private readonly step: ReadPicture) {
    super();
  }

  protected handle({ artworkId }: ArtworkPayload): Promise<object> {
    return this.step.run(artworkId);
  }
}

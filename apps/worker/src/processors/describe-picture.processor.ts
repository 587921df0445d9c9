import { Processor } from '@nestjs/bullmq';
import { DescribePicture } from '@keyart/catalog';
import type { ArtworkPayload } from '@keyart/contracts';
import { JobProcessor } from '../job-processor';

/** Describes an artwork's picture in words. A captioner, where there is one, is what takes time. */
@Processor('describe-picture', { concurrency: 4 })
export class DescribePictureProcessor extends JobProcessor<'describe-picture'> {
  readonly jobName = 'describe-picture';

  constructor(private readonly step: DescribePicture) {
    super();
  }

  protected handle({ artworkId }: ArtworkPayload): Promise<object> {
    return this.step.run(artworkId);
  }
}

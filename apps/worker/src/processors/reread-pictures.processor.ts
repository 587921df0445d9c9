import { Processor } from '@nestjs/bullmq';
import { RereadPictures } from '@keyart/catalog';
import type { RereadPicturesPayload } from '@keyart/contracts';
import { JobProcessor } from '../job-processor';

/** Puts the artworks in line whose readings are out of date. */
@Processor('reread-pictures')
export class RereadPicturesProcessor extends JobProcessor<'reread-pictures'> {
  readonly jobName = 'reread-pictures';

  constructor(private readonly reread: RereadPictures) {
    super();
  }

  protected handle({ extractor }: RereadPicturesPayload): Promise<object> {
    return this.reread.run({ ...(extractor !== undefined && { extractor }) });
  }
}

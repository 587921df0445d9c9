import { Processor } from '@nestjs/bullmq';
import { JudgePicture } from '@keyart/catalog';
import type { ArtworkPayload } from '@keyart/contracts';
import { JobProcessor } from '../job-processor';

/** Judges whether and where an artwork's picture may stand for its title. */
@Processor('judge-picture', { concurrency: 4 })
export class JudgePictureProcessor extends JobProcessor<'judge-picture'> {
  readonly jobName = 'judge-picture';

  constructor(private readonly step: JudgePicture) {
    super();
  }

  protected handle({ artworkId }: ArtworkPayload): Promise<object> {
    return this.step.run(artworkId);
  }
}

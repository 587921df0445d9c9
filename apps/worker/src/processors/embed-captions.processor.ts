import { Processor } from '@nestjs/bullmq';
import { EmbedCaptions } from '@keyart/catalog';
import type { ProgressListener } from '@keyart/common';
import type { EmbedCaptionsPayload } from '@keyart/contracts';
import { JobProcessor } from '../job-processor';

/** Embeds captions that have no vector yet. */
@Processor('embed-captions')
export class EmbedCaptionsProcessor extends JobProcessor<'embed-captions'> {
  readonly jobName = 'embed-captions';

  constructor(private readonly captions: EmbedCaptions) {
    super();
  }

  protected handle({ maxCount }: EmbedCaptionsPayload, onProgress: ProgressListener): Promise<object> {
    return this.captions.run({ maxCount, onProgress });
  }
}

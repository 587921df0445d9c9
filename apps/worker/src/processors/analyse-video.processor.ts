import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { AnalyseVideoPayload } from '@keyart/contracts';
import { AnalyseKeptVideo } from '@keyart/insights';
import { JobProcessor, type JobAttempt } from '../job-processor';

/** Finds shots, scenes and frames in a video. One at a time: ffmpeg takes the cores there are. */
@Processor('analyse-video')
export class AnalyseVideoProcessor extends JobProcessor<'analyse-video'> {
  readonly jobName = 'analyse-video';

  constructor(private readonly analyse: AnalyseKeptVideo) {
    super();
  }

  protected handle(
    { videoId }: AnalyseVideoPayload,
    onProgress: ProgressListener,
    { isLast }: JobAttempt,
  ): Promise<object> {
    return this.analyse.run(videoId, { isLast, onProgress });
  }
}

import { Processor } from '@nestjs/bullmq';
import type { WatchExperimentsPayload } from '@keyart/contracts';
import { WatchExperiments } from '@keyart/experiments';
import { JobProcessor } from '../job-processor';

/** Takes arms out of running experiments that lose more than a guardrail allows. */
@Processor('watch-experiments')
export class WatchExperimentsProcessor extends JobProcessor<'watch-experiments'> {
  readonly jobName = 'watch-experiments';

  constructor(private readonly watchExperiments: WatchExperiments) {
    super();
  }

  protected handle({ experimentId }: WatchExperimentsPayload): Promise<object> {
    return this.watchExperiments.run(experimentId);
  }
}

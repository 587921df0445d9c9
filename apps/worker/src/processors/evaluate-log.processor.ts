import { Processor } from '@nestjs/bullmq';
import type { ProgressListener } from '@keyart/common';
import type { EvaluateLogPayload } from '@keyart/contracts';
import { RunEvaluation } from '@keyart/offline-evaluation';
import { JobProcessor, type JobAttempt } from '../job-processor';

/** Evaluates a policy on a decision log. */
@Processor('evaluate-log')
export class EvaluateLogProcessor extends JobProcessor<'evaluate-log'> {
  readonly jobName = 'evaluate-log';

  constructor(private readonly runEvaluation: RunEvaluation) {
    super();
  }

  protected handle(
    { evaluationId }: EvaluateLogPayload,
    onProgress: ProgressListener,
    { isLast }: JobAttempt,
  ): Promise<object> {
    return this.runEvaluation.run(evaluationId, { isLast, onProgress });
  }
}

import { DependencyError, InputError, NotFoundError, type Clock, type Logger } from '@keyart/common';
import type { EvaluationRecord } from '@keyart/contracts';
import type { EvaluationEnd, EvaluationsRepository } from '@keyart/db';
import type { RequestEvaluator } from './request-evaluator';

/** What evaluations stand on. */
export interface RunEvaluationParts {
  readonly evaluations: Pick<EvaluationsRepository, 'findById' | 'advance' | 'end'>;
  readonly evaluator: Pick<RequestEvaluator, 'evaluate'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** A try of an evaluation. */
export interface EvaluationTry {
  /** Nobody tries again when it fails. */
  readonly isLast: boolean;
  /** Fraction done, in [0, 1]. */
  readonly onProgress: (fraction: number) => void;
}

const PROGRESS_STEP = 0.01;
const GIVEN_UP = 'it failed for a reason of the service, not of the request; the log of the worker says more';

/**
 * Use case: carries out an evaluation that was asked for and keeps its result, or in words why there is none. One that has ended is left alone,
 * so that a job may run twice.
 */
export class RunEvaluation {
  constructor(private readonly parts: RunEvaluationParts) {}

  /** @throws NotFoundError for an unknown id; whatever failed that is no fault of the request, to be tried again */
  async run(evaluationId: string, { isLast, onProgress }: EvaluationTry): Promise<{ status: string }> {
    const { evaluations, evaluator } = this.parts;
    const record = await evaluations.findById(evaluationId);
    if (!record) throw new NotFoundError('UNKNOWN_EVALUATION', `there is no evaluation ${evaluationId}`);
    if (!(await evaluations.advance(evaluationId, 0))) return { status: record.status };
    try {
      const result = await evaluator.evaluate(record, this.progressOf(record, onProgress));
      return await this.end(record, { status: 'done', result });
    } catch (error) {
      if (isFaultOfRequest(error)) return this.end(record, { status: 'failed', problem: error.message });
      this.parts.logger.error({ err: error, evaluationId }, 'an evaluation failed');
      if (isLast) await this.end(record, { status: 'failed', problem: GIVEN_UP });
      throw error;
    }
  }

  private async end({ evaluationId }: EvaluationRecord, end: EvaluationEnd): Promise<{ status: string }> {
    await this.parts.evaluations.end(evaluationId, end, new Date(this.parts.clock.nowMs()));
    return { status: end.status };
  }

  /** At most once a percent; a lost note never fails an evaluation. */
  private progressOf(
    { evaluationId }: EvaluationRecord,
    onProgress: EvaluationTry['onProgress'],
  ): (fraction: number) => void {
    let told = 0;
    return (fraction) => {
      if (fraction - told < PROGRESS_STEP) return;
      told = fraction;
      onProgress(fraction);
      this.parts.evaluations.advance(evaluationId, fraction).catch(() => undefined);
    };
  }
}

/** Trying again mends none of these. */
function isFaultOfRequest(error: unknown): error is Error {
  return error instanceof InputError || (error instanceof DependencyError && !error.isRetryable);
}

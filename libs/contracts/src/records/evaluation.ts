import type { EvaluationRequestDto } from '../http/evaluation-request.dto';

/** Where an offline evaluation stands. */
export const EVALUATION_STATUSES = ['queued', 'running', 'done', 'failed'] as const;

/** One of the statuses. */
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number];

/** An offline evaluation that was asked for, without its result. */
export interface EvaluationRecord {
  readonly evaluationId: string;
  readonly request: EvaluationRequestDto;
  readonly status: EvaluationStatus;
  /** Fraction done, in [0, 1]. */
  readonly progress: number;
  /** Why it failed, in words; null: it did not. */
  readonly problem: string | null;
  readonly requestedAt: Date;
  /** Name of the API key. */
  readonly requestedBy: string;
  readonly finishedAt: Date | null;
}

import type { EvaluationDto, EvaluationRecord } from '@keyart/contracts';

/** An evaluation as the API shows it. */
export function evaluationAnswerOf(record: EvaluationRecord): EvaluationDto {
  const { requestedAt, finishedAt, ...rest } = record;
  return {
    ...rest,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

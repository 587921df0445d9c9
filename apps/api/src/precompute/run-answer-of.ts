import type { PrecomputeRunDto, PrecomputeRunRecord } from '@keyart/contracts';

/** A run as the API shows it. */
export function runAnswerOf(run: PrecomputeRunRecord): PrecomputeRunDto {
  const { runId, status, reason, totalCount, doneCount, failedCount } = run;
  return {
    ...{ runId, status, reason, totalCount, doneCount, failedCount },
    startedAt: run.startedAt.toISOString(),
    updatedAt: run.updatedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  };
}

/** States of a run: it goes on by itself, waits for somebody (or for the LLM), or has ended. */
export const PRECOMPUTE_STATUSES = ['running', 'paused', 'done', 'cancelled'] as const;

/** One of the states. */
export type PrecomputeStatus = (typeof PRECOMPUTE_STATUSES)[number];

/** A walk over the active members that makes their LLM scores ready, and how far it is. */
export interface PrecomputeRunRecord {
  readonly runId: string;
  readonly status: PrecomputeStatus;
  /** Code of the fault that paused it; null: a person did, or it is not paused. */
  readonly reason: string | null;
  /** Active members when it began. */
  readonly totalCount: number;
  /** Members scored. */
  readonly doneCount: number;
  /** Members given up. */
  readonly failedCount: number;
  /** Last member id put in line. */
  readonly cursor: string;
  /** Members with a decision or a change since then are active. */
  readonly activeSince: Date;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

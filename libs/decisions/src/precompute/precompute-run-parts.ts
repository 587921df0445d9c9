import type { Clock } from '@keyart/common';
import type { PrecomputeRunsRepository } from '@keyart/db';

/** A member whose scores a run wants. */
export interface RunMember {
  readonly runId: string;
  readonly memberId: string;
}

/** What a precompute run stands on. */
export interface PrecomputeRunParts {
  readonly runs: Pick<
    PrecomputeRunsRepository,
    'begin' | 'unfinished' | 'refill' | 'finish' | 'pause' | 'resume' | 'isInLine' | 'endMember'
  >;
  /** Puts the member's scoring in line, behind what anybody waits for; again is harmless while it waits or runs. */
  readonly enqueue: (member: RunMember) => Promise<void>;
  readonly clock: Clock;
  /** Code of what the worker lacks to score anybody; the run then waits. null: nothing. */
  readonly missing?: string | null;
}

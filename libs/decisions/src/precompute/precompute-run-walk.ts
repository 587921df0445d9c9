import { randomUUID } from 'node:crypto';
import { activeSince } from './active-since';
import type { PrecomputeRunParts } from './precompute-run-parts';

/** Most members in line at once: enough for many workers, few enough that a pause or a lost queue costs little. */
export const RUN_BATCH_COUNT = 200;

/** What became of a step of the walk. */
export interface WalkStep {
  /** null: there is no unfinished run. */
  readonly runId: string | null;
  /** Members in line after the step. */
  readonly waitingCount: number;
}

/**
 * Use case: walks over the active members in bounded batches and puts each one's scoring in line. All state is in the database, and a
 * step may be repeated at any time: what was lost (a worker, a queue) is put in line again, whoever has scores already is skipped
 * by the scores' key.
 */
export class PrecomputeRunWalk {
  constructor(private readonly parts: PrecomputeRunParts) {}

  /** Begins a run where none is unfinished and this worker could score anybody. @returns its id, or null */
  async begin(): Promise<string | null> {
    const { runs, clock, missing } = this.parts;
    if (missing) return null;
    const runId = randomUUID();
    const at = new Date(clock.nowMs());
    return (await runs.begin(runId, { activeSince: activeSince(at), at })) ? runId : null;
  }

  /** Goes on with the unfinished run; one that a fault has paused gets another try. */
  async goOn(): Promise<WalkStep> {
    const { runs, clock, missing } = this.parts;
    const run = await runs.unfinished();
    if (!run) return { runId: null, waitingCount: 0 };
    const { runId } = run;
    const at = new Date(clock.nowMs());
    if (missing) {
      await runs.pause(runId, { reason: missing, at });
      return { runId, waitingCount: 0 };
    }
    if (run.status === 'paused' && run.reason !== null) await runs.resume(runId, at);
    const members = await runs.refill(runId, { mostCount: RUN_BATCH_COUNT, at });
    for (const memberId of members) await this.parts.enqueue({ runId, memberId });
    if (members.length === 0) await runs.finish(runId, at);
    return { runId, waitingCount: members.length };
  }
}

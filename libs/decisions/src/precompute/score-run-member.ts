import { DependencyError, KeyartError, type ProgressListener } from '@keyart/common';
import type { ScoreMember } from '../use-cases/score-member';
import type { PrecomputeRunParts, RunMember } from './precompute-run-parts';
import { RUN_BATCH_COUNT, type PrecomputeRunWalk } from './precompute-run-walk';

/** A member's turn in a run. */
export interface RunMemberTurn extends RunMember {
  /** Whether nobody tries again when it fails. */
  readonly isLastAttempt: boolean;
  readonly onProgress?: ProgressListener;
}

/** How the turn went. */
export interface EndedTurn {
  readonly outcome: 'scored' | 'not-in-line' | 'given-up' | 'run-paused';
  /** Code of what failed; null for nothing. */
  readonly code: string | null;
}

/** What a turn stands on. */
export interface ScoreRunMemberParts extends Pick<PrecomputeRunParts, 'runs' | 'clock'> {
  readonly scoreMember: Pick<ScoreMember, 'run'>;
  readonly walk: Pick<PrecomputeRunWalk, 'goOn'>;
}

/** With so many left in line the next batch is due; a step that is missed is made up for by the schedule. */
const REFILL_COUNTS: readonly number[] = [RUN_BATCH_COUNT / 2, 0];

/** Use case: scores one member for a run and counts it, exactly once. */
export class ScoreRunMember {
  constructor(private readonly parts: ScoreRunMemberParts) {}

  /**
   * A member that cannot be scored is given up; a model or database that keeps failing pauses the run.
   * @throws what failed, unless it is the last attempt or no attempt would help
   */
  async run(turn: RunMemberTurn): Promise<EndedTurn> {
    const { runId, memberId } = turn;
    if (!(await this.parts.runs.isInLine(runId, memberId))) return { outcome: 'not-in-line', code: null };
    try {
      await this.parts.scoreMember.run({ memberId, onProgress: turn.onProgress });
    } catch (error) {
      return this.failed(turn, error);
    }
    await this.end(turn, true);
    return { outcome: 'scored', code: null };
  }

  private async failed(turn: RunMemberTurn, error: unknown): Promise<EndedTurn> {
    const code = error instanceof KeyartError ? error.code : 'UNEXPECTED';
    const mayPass = error instanceof DependencyError;
    if (!turn.isLastAttempt && (mayPass || !(error instanceof KeyartError))) throw error;
    if (mayPass) {
      await this.parts.runs.pause(turn.runId, { reason: code, at: this.now() });
      return { outcome: 'run-paused', code };
    }
    await this.end(turn, false);
    return { outcome: 'given-up', code };
  }

  private async end({ runId, memberId }: RunMember, isDone: boolean): Promise<void> {
    const waitingCount = await this.parts.runs.endMember({ runId, memberId, isDone, at: this.now() });
    if (waitingCount !== null && REFILL_COUNTS.includes(waitingCount)) await this.parts.walk.goOn();
  }

  private now(): Date {
    return new Date(this.parts.clock.nowMs());
  }
}

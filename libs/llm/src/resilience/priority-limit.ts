import { LLM_ERROR_CODES, LlmError } from '../errors';
import { abortedError } from '../within';
import { CALL_PRIORITIES, type CallPriority } from './call-priority';
import { WaitingLine, type PlaceInLine } from './waiting-line';

/** How much may run and wait. */
export interface PriorityLimitOptions {
  /** Pieces of work that run at once, at least 1. */
  readonly concurrentCount: number;
  /** Pieces of work that wait; more are refused. */
  readonly waitingCount: number;
}

/** What running work may do with its turn. */
export interface Turn {
  /**
   * Lets inline work that waits run first; at once where none waits.
   * @throws LlmError `LLM_ABORTED`
   */
  giveWay(): Promise<void>;
}

/**
 * Bounded concurrency with priorities. Waiting inline work always goes before waiting precompute work, and where several may run one
 * turn is kept free of precompute work, so that an inline call need not wait for a long batch. Running work is never interrupted.
 */
export class PriorityLimit {
  private readonly running: Record<CallPriority, number> = { inline: 0, precompute: 0 };
  private readonly line = new WaitingLine();

  constructor(private readonly options: PriorityLimitOptions) {}

  /**
   * The work's outcome.
   * @throws LlmError `LLM_BUSY` when too much waits already, `LLM_ABORTED` while waiting
   */
  async run<T>(place: PlaceInLine, work: (turn: Turn) => Promise<T>): Promise<T> {
    if (place.signal?.aborted) throw abortedError(place.signal);
    await this.enter(place);
    try {
      return await work({ giveWay: () => this.giveWay(place) });
    } finally {
      this.leave(place.priority);
    }
  }

  private async enter(place: PlaceInLine): Promise<void> {
    if (this.mayStart(place.priority)) this.running[place.priority]++;
    else if (this.line.length >= this.options.waitingCount) throw busy();
    else await this.line.wait(place);
  }

  private leave(priority: CallPriority): void {
    this.running[priority]--;
    this.fill();
  }

  private fill(): void {
    for (const priority of CALL_PRIORITIES)
      while (this.mayStart(priority) && this.line.callNext(priority)) this.running[priority]++;
  }

  private mayStart(priority: CallPriority): boolean {
    const { concurrentCount } = this.options;
    const { inline, precompute } = this.running;
    if (inline + precompute >= concurrentCount) return false;
    return priority === 'inline' || precompute < Math.max(1, concurrentCount - 1);
  }

  private async giveWay(place: PlaceInLine): Promise<void> {
    if (place.signal?.aborted) throw abortedError(place.signal);
    if (place.priority === 'inline' || !this.line.has('inline')) return;
    const turn = this.line.wait(place, 'before its kind');
    this.leave(place.priority);
    try {
      await turn;
    } catch (error) {
      // It has left once; the end of its work takes it off again.
      this.running[place.priority]++;
      throw error;
    }
  }
}

function busy(): LlmError {
  return new LlmError(LLM_ERROR_CODES.busy, 'too many LLM calls wait already', { isRetryable: true });
}

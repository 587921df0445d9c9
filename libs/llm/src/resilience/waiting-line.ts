import { abortedError } from '../within';
import { CALL_PRIORITIES, type CallPriority } from './call-priority';

/** How a call stands in line. */
export interface PlaceInLine {
  readonly priority: CallPriority;
  readonly signal?: AbortSignal;
}

/** Calls that wait for a turn: inline ones first, each kind in order; a call that is given up leaves. */
export class WaitingLine {
  private readonly waiting: Record<CallPriority, (() => void)[]> = { inline: [], precompute: [] };

  /** Calls waiting now. */
  get length(): number {
    return CALL_PRIORITIES.reduce((sum, priority) => sum + this.waiting[priority].length, 0);
  }

  has(priority: CallPriority): boolean {
    return this.waiting[priority].length > 0;
  }

  /**
   * Resolves when `callNext` comes to this call.
   * @throws LlmError `LLM_ABORTED`
   */
  wait({ priority, signal }: PlaceInLine, where?: 'before its kind'): Promise<void> {
    return new Promise((resolve, reject) => {
      const calls = this.waiting[priority];
      const onAbort = (): void => {
        calls.splice(calls.indexOf(call), 1);
        if (signal) reject(abortedError(signal));
      };
      const call = (): void => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      if (where) calls.unshift(call);
      else calls.push(call);
    });
  }

  /** Lets the next call of the kind go on. @returns whether there was one */
  callNext(priority: CallPriority): boolean {
    const call = this.waiting[priority].shift();
    call?.();
    return call !== undefined;
  }
}

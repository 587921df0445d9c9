import { traced } from '@keyart/common';

/** What a page goes through, in this order. */
export const PAGE_STEPS = ['read', 'scores', 'choose', 'commit'] as const;

/** One of the steps. */
export type PageStep = (typeof PAGE_STEPS)[number];

/** Times the steps of one page, and traces them. */
export class PageSteps {
  private readonly startedMs = performance.now();
  private readonly takenMs: Record<PageStep, number> = { read: 0, scores: 0, choose: 0, commit: 0 };

  /** Runs one step; returns or throws what the work does. */
  async run<T>(step: PageStep, work: () => T | Promise<T>): Promise<T> {
    const startedMs = performance.now();
    try {
      return await traced(`decide.${step}`, work);
    } finally {
      this.takenMs[step] = performance.now() - startedMs;
    }
  }

  /** Milliseconds of each step so far. */
  ofStepsMs(): Readonly<Record<PageStep, number>> {
    return this.takenMs;
  }

  /** Milliseconds since the page's request came. */
  elapsedMs(): number {
    return performance.now() - this.startedMs;
  }
}

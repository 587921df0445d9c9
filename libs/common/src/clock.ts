/** Source of the current time; injected everywhere so that tests and the demo's evening can move it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  nowMs(): number;
}

/** The machine's own clock. */
export class SystemClock implements Clock {
  nowMs(): number {
    return Date.now();
  }
}

/** A clock that stands still until told to move; for tests and simulated evenings. */
export class ManualClock implements Clock {
  constructor(private currentMs: number) {}

  nowMs(): number {
    return this.currentMs;
  }

  /** Moves the clock forward by `byMs` milliseconds (≥ 0). */
  advance(byMs: number): void {
    if (byMs < 0) throw new RangeError(`a clock only moves forward, got ${byMs} ms`);
    this.currentMs += byMs;
  }
}

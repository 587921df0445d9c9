/** Names and lengths of the steps of a run, milliseconds. */
export class Stopwatch {
  private readonly startedAtMs = performance.now();
  private lastAtMs = this.startedAtMs;
  private readonly steps: Record<string, number> = {};

  /** Ends the step that has run since the last call. */
  lap(step: string): void {
    const nowMs = performance.now();
    this.steps[step] = Math.round(nowMs - this.lastAtMs);
    this.lastAtMs = nowMs;
  }

  /** All steps and their `total`. */
  read(): Record<string, number> {
    return { ...this.steps, total: Math.round(performance.now() - this.startedAtMs) };
  }
}

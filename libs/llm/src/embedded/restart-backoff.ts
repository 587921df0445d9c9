const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 30_000;

/** How long to wait before the model's process is started again: doubles with every failure in a row. */
export class RestartBackoff {
  private failureCount = 0;

  /** Milliseconds to wait now; 0 before the first failure. */
  get delayMs(): number {
    if (this.failureCount === 0) return 0;
    return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (this.failureCount - 1));
  }

  failed(): void {
    this.failureCount++;
  }

  succeeded(): void {
    this.failureCount = 0;
  }
}

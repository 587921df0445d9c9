/** Repeats a refresh on a timer that does not keep the process alive; a failing turn is reported and the next one still comes. */
export class PeriodicRefresh {
  private timer: NodeJS.Timeout | null = null;
  private lastFailure: unknown = null;

  /**
   * @param refresh one turn
   * @param onFailure told what a turn on the timer threw
   */
  constructor(
    private readonly refresh: () => Promise<unknown>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Refreshes now, then every `intervalMs` > 0; only the first turn's failure reaches the caller. */
  async start(intervalMs: number): Promise<void> {
    await this.turn();
    this.timer ??= setInterval(() => void this.turn().catch(this.onFailure), intervalMs).unref();
  }

  /** What the last turn threw; null when it went well, or none was made yet. */
  failure(): unknown {
    return this.lastFailure;
  }

  /** Stops repeating; idempotent. */
  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private async turn(): Promise<void> {
    try {
      await this.refresh();
      this.lastFailure = null;
    } catch (error) {
      this.lastFailure = error;
      throw error;
    }
  }
}

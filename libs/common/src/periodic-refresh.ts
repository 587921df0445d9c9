/** Repeats a refresh on a timer that does not keep the process alive; a failing turn is reported and the next one still comes. */
export class PeriodicRefresh {
  private timer: NodeJS.Timeout | null = null;

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
    await this.refresh();
    this.timer ??= setInterval(() => void this.refresh().catch(this.onFailure), intervalMs).unref();
  }

  /** Stops repeating; idempotent. */
  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }
}

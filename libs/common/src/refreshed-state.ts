import { messageOf } from './errors';
import type { Logger } from './logger';

/**
 * State read from elsewhere and kept in memory, looked at again on a timer that does not keep the process alive. A failing
 * look is logged, keeps the state there is, and the next one still comes.
 */
export abstract class RefreshedState {
  private timer: NodeJS.Timeout | null = null;
  private lastFailure: string | null = null;

  /**
   * @param name what is kept, as the log says it: `the catalogue`
   * @param logger told of failing looks
   */
  protected constructor(
    private readonly name: string,
    protected readonly logger: Logger,
  ) {}

  /** Looks now; whether anything changed. */
  abstract refresh(): Promise<boolean>;

  /** Looks now, then every `intervalMs` > 0; only the first look's failure reaches the caller. */
  async start(intervalMs: number): Promise<void> {
    await this.look();
    this.timer ??= setInterval(() => void this.look().catch(() => this.report()), intervalMs).unref();
  }

  /** Stops looking; idempotent. */
  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  /** Why the last look by `start` or its timer failed; null when it went well, or none was made yet. */
  refreshFailure(): string | null {
    return this.lastFailure;
  }

  private async look(): Promise<void> {
    try {
      await this.refresh();
      this.lastFailure = null;
    } catch (error) {
      this.lastFailure = messageOf(error);
      throw error;
    }
  }

  private report(): void {
    this.logger.warn({ reason: this.lastFailure }, `${this.name} could not be refreshed`);
  }
}

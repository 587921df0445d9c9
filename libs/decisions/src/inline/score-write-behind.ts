import { messageOf, type Logger } from '@keyart/common';
import type { ArtworkScoreRecord } from '@keyart/contracts';
import type { ArtworkScoresRepository } from '@keyart/db';

/** Writes on their way at once; beyond, scores are let go: the next precompute makes them again. */
const MOST_WRITES = 16;

/** Keeps scores without anybody waiting for it: a page is never slower, nor fails, for what it keeps. */
export class ScoreWriteBehind {
  private readonly writes = new Set<Promise<void>>();

  constructor(
    private readonly scores: Pick<ArtworkScoresRepository, 'saveMany'>,
    private readonly logger: Logger,
  ) {}

  /** Takes the records to be written; returns at once. */
  keep(records: readonly ArtworkScoreRecord[]): void {
    if (this.writes.size >= MOST_WRITES) return;
    const write = this.scores
      .saveMany(records)
      .catch((error: unknown) =>
        this.logger.warn({ reason: messageOf(error) }, 'inline scores were not kept'),
      )
      .finally(() => this.writes.delete(write));
    this.writes.add(write);
  }

  /** Resolves when what was taken so far is written or given up. */
  async settled(): Promise<void> {
    await Promise.all(this.writes);
  }
}

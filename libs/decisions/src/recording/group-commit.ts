interface Writer<T> {
  readonly items: readonly T[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

const DEFAULT_MAX_BATCH_COUNT = 2_000;

/**
 * Makes the writes of concurrent callers durable together: one flush runs at a time, and everything that arrives meanwhile
 * goes into the next one. The busier it is, the larger the batches; an idle writer waits for nobody.
 * Items keep the order of `write` calls, and the items of one call are never split over two flushes.
 */
export class GroupCommit<T> {
  private waiting: Writer<T>[] = [];
  private isFlushing = false;

  /**
   * @param flush makes the items durable, all or none; resolves when they are
   * @param maxBatchCount most items of one flush, except that one `write` of more goes alone
   */
  constructor(
    private readonly flush: (items: readonly T[]) => Promise<void>,
    private readonly maxBatchCount = DEFAULT_MAX_BATCH_COUNT,
  ) {}

  /**
   * Resolves when the items are durable.
   * @throws whatever the flush that carried them threw; writers in other flushes are not affected
   */
  write(items: readonly T[]): Promise<void> {
    if (items.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiting.push({ items, resolve, reject });
      if (!this.isFlushing) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.isFlushing = true;
    while (this.waiting.length > 0) await this.flushNext(this.takeBatch());
    this.isFlushing = false;
  }

  private async flushNext(writers: readonly Writer<T>[]): Promise<void> {
    try {
      await this.flush(writers.flatMap((writer) => writer.items));
      for (const writer of writers) writer.resolve();
    } catch (reason) {
      for (const writer of writers) writer.reject(reason);
    }
  }

  private takeBatch(): Writer<T>[] {
    let taken = 0;
    let itemCount = 0;
    for (const { items } of this.waiting) {
      if (taken > 0 && itemCount + items.length > this.maxBatchCount) break;
      taken++;
      itemCount += items.length;
    }
    return this.waiting.splice(0, taken);
  }
}

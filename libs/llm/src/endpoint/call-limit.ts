/** Lets at most `limit` pieces of work run at once, the others wait in order. */
export class CallLimit {
  private runningCount = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limit: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.runningCount >= this.limit) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.runningCount++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.runningCount--;
    }
  }
}

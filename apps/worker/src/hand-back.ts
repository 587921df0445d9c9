/** Tells running jobs that their time is over: they go back in line for another worker. */
export class HandBack {
  private readonly controller = new AbortController();

  begin(): void {
    this.controller.abort();
  }

  /**
   * The work's outcome, unless the time is over first.
   * @throws HandedBackError then; the work itself is left behind, and what it saves later is saved again by whoever repeats it
   */
  unlessOver<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.controller;
    return new Promise<T>((resolve, reject) => {
      const giveUp = (): void => reject(new HandedBackError());
      if (signal.aborted) giveUp();
      signal.addEventListener('abort', giveUp, { once: true });
      void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
  }
}

/** The worker ends before the job did. */
export class HandedBackError extends Error {
  constructor() {
    super('the worker ends; the job goes back in line');
  }
}

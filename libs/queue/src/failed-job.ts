/** A job nobody tries again. */
export interface FailedJob {
  readonly jobId: string;
  readonly payload: unknown;
  /** Why the last try failed. */
  readonly failure: string;
  readonly attemptCount: number;
  readonly failedAt: Date;
}

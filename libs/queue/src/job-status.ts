/** How far a job is. */
export interface JobStatus {
  readonly jobId: string;
  /** BullMQ's state: waiting, active, delayed, completed, failed … */
  readonly state: string;
  /** In [0, 1]. */
  readonly progressFraction: number;
  readonly attemptCount: number;
  /** Why the last attempt failed; null unless it did. */
  readonly failure: string | null;
  /** What the job returned; null until completed. */
  readonly result: unknown;
}

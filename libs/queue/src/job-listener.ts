import type { JobName } from '@keyart/contracts';

/** A job that a worker tried. */
export interface TriedJob {
  readonly job: JobName;
  readonly result: 'completed' | 'failed';
  readonly elapsedMs: number;
}

/** Told of every job that was tried; must be quick and must not throw. */
export interface JobListener {
  tried(trial: TriedJob): void;
}

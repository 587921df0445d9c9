import type { Configuration } from '@keyart/common';
import type { JobName, JobPayload } from '@keyart/contracts';

const MINUTE_MS = 60_000;

/** A job that comes back by itself: every so often, or by a cron pattern (UTC). */
export interface Schedule<N extends JobName = JobName> {
  readonly job: N;
  readonly when: { readonly everyMs: number } | { readonly pattern: string };
  readonly payload: JobPayload<N>;
}

/** Everything that runs by itself; one schedule a job. */
export function schedulesOf({ TRAIN_EVERY_MS }: Pick<Configuration, 'TRAIN_EVERY_MS'>): Schedule[] {
  return [
    { job: 'attribute-rewards', when: { everyMs: 5 * MINUTE_MS }, payload: {} },
    { job: 'train-baseline', when: { everyMs: TRAIN_EVERY_MS }, payload: {} },
    { job: 'promote-models', when: { everyMs: 15 * MINUTE_MS }, payload: {} },
  ];
}

import type { Configuration } from '@keyart/common';
import type { JobName, JobPayload } from '@keyart/contracts';

const MINUTE_MS = 60_000;

/** A job that comes back by itself: every so often, or by a cron pattern (UTC). */
export interface Schedule<N extends JobName = JobName> {
  /** Among the schedules of its job. */
  readonly id: string;
  readonly job: N;
  readonly when: { readonly everyMs: number } | { readonly pattern: string };
  readonly payload: JobPayload<N>;
  /** Nothing needs it as things are configured; it is taken out of the queue. Default: false. */
  readonly isIdle?: boolean;
}

const NIGHTLY = '0 3 * * *';
/** Before the nightly precompute; a map of titles that have not changed costs one look at them. */
const MAP_NIGHTLY = '0 2 * * *';
/** After the map, whose micro-genres profiles are drawn to. */
const PROFILES_NIGHTLY = '30 2 * * *';
const ALL_TITLES = { isAll: true };
const BEGINNING = { isBeginning: true };

/** What of the configuration schedules depend on. */
export type ScheduleConfiguration = Pick<Configuration, 'TRAIN_EVERY_MS' | 'STUDENT_MODEL'>;

/** Everything that runs by itself. */
export function schedulesOf({ TRAIN_EVERY_MS, STUDENT_MODEL }: ScheduleConfiguration): Schedule[] {
  return [
    { id: 'attribute-rewards', job: 'attribute-rewards', when: { everyMs: 5 * MINUTE_MS }, payload: {} },
    { id: 'train-baseline', job: 'train-baseline', when: { everyMs: TRAIN_EVERY_MS }, payload: {} },
    { id: 'fit-insights', job: 'fit-insights', when: { everyMs: TRAIN_EVERY_MS }, payload: {} },
    { id: 'promote-models', job: 'promote-models', when: { everyMs: 15 * MINUTE_MS }, payload: {} },
    // Intervals hold at every look, so that looking often costs nothing but the queries.
    { id: 'watch-experiments', job: 'watch-experiments', when: { everyMs: 15 * MINUTE_MS }, payload: {} },
    // A step that a dead worker or an emptied queue has swallowed is made up for within the minute.
    { id: 'precompute-members', job: 'precompute-members', when: { everyMs: MINUTE_MS }, payload: {} },
    // Pictures whose flow a lost queue has swallowed, and those that a new version of an extractor is to read.
    { id: 'reread-pictures', job: 'reread-pictures', when: { everyMs: 60 * MINUTE_MS }, payload: {} },
    // Only a student reads the vectors. A picture whose caption is new is ranked by the tiers below for so long at most.
    {
      ...{ id: 'embed-captions', job: 'embed-captions', when: { everyMs: 5 * MINUTE_MS }, payload: {} },
      isIdle: STUDENT_MODEL === undefined,
    },
    // Reviews whose wake-up a lost queue has swallowed, or whose engine was down.
    { id: 'analyse-reviews', job: 'analyse-reviews', when: { everyMs: MINUTE_MS }, payload: {} },
    { id: 'update-profiles', job: 'update-profiles', when: { everyMs: MINUTE_MS }, payload: {} },
    {
      id: 'update-profiles-nightly',
      job: 'update-profiles',
      when: { pattern: PROFILES_NIGHTLY },
      payload: ALL_TITLES,
    },
    { id: 'rebuild-map', job: 'rebuild-map', when: { pattern: MAP_NIGHTLY }, payload: {} },
    { id: 'precompute-nightly', job: 'precompute-members', when: { pattern: NIGHTLY }, payload: BEGINNING },
  ];
}

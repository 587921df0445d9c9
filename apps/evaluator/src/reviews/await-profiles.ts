import { setTimeout as pause } from 'node:timers/promises';
import { InputError, type ProgressListener } from '@keyart/common';
import type { TitleProfilesRepository, TitleReviewsRepository } from '@keyart/db';

const POLL_MS = 250;
const MOST_STILL_MS = 60_000;

/** What is waited for. */
export interface AwaitedParts {
  readonly reviews: Pick<TitleReviewsRepository, 'countWaiting'>;
  readonly profiles: Pick<TitleProfilesRepository, 'due'>;
}

/**
 * Waits until workers have read all reviews that wait and built the profiles.
 * @returns milliseconds until the last was read, and until all profiles were built
 * @throws InputError `NO_WORKER` where nothing moves for a minute
 */
export async function awaitProfiles(
  { reviews, profiles }: AwaitedParts,
  onProgress: ProgressListener,
): Promise<{ readonly readMs: number; readonly profiledMs: number }> {
  const startedMs = performance.now();
  const first = await reviews.countWaiting();
  let [last, movedMs, readMs] = [first, startedMs, first === 0 ? 0 : NaN];
  for (;;) {
    const waiting = await reviews.countWaiting();
    const now = performance.now();
    if (waiting !== last) [last, movedMs] = [waiting, now];
    if (waiting === 0 && Number.isNaN(readMs)) [readMs, movedMs] = [now - startedMs, now];
    if (waiting === 0 && (await profiles.due(1)).length === 0)
      return { readMs, profiledMs: performance.now() - startedMs };
    if (now - movedMs > MOST_STILL_MS)
      throw new InputError(
        'NO_WORKER',
        `${waiting} reviews wait and none was read for a minute: is a worker running?`,
      );
    onProgress(first === 0 ? 1 : Math.max(0, 1 - waiting / first), `${waiting} reviews wait`);
    await pause(POLL_MS);
  }
}

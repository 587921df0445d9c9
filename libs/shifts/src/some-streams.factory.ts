import { createRandom } from '@keyart/common';
import { normalQuantile } from '@keyart/evaluation';
import { detectorOfThreshold } from './detector/detector-design';
import { advance, type Advanced, type Alarm } from './detector/advance';
import { startDetector, type DetectorState } from './detector/detector-state';
import type { StreamBucket } from './measures/review-bucket';
import type { StreamShift } from './screening/watch-streams';

/** A Sunday. */
export const FIRST_DAY = new Date('2026-01-04T00:00:00Z');
/** Milliseconds of a UTC day. */
export const DAY_MS = 86_400_000;
/** h = 5. */
export const DESIGN = detectorOfThreshold(5);

/** Start of a day. */
export function dayAt(day: number): Date {
  return new Date(FIRST_DAY.getTime() + day * DAY_MS);
}

/** Daily polarity of 40 reviews with weekdays; from a day on higher by a step. */
export function polarityStream(
  seed: string,
  dayCount: number,
  step?: { readonly day: number; readonly size: number },
): StreamBucket[] {
  const random = createRandom(seed);
  return Array.from({ length: dayCount }, (_, day) => {
    const noise = 0.12 * normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random.next())));
    const weekend = day % 7 === 0 || day % 7 === 6 ? 0.1 : 0;
    const shift = step && day >= step.day ? step.size : 0;
    const value = Math.min(1, Math.max(-1, 0.1 + weekend + shift + noise));
    return { startAt: dayAt(day), value, count: 40, engineVersion: 'linear-1', ageDays: 30 + day };
  });
}

/** A stream advanced over buckets, one after the other. */
export function advanceAll(
  buckets: readonly StreamBucket[],
  state: DetectorState = startDetector('polarity'),
): { state: DetectorState; steps: Advanced[]; alarms: Alarm[] } {
  let own = state;
  const steps = buckets.map((bucket) => {
    const step = advance(own, bucket, DESIGN);
    own = step.state;
    return step;
  });
  return { state: own, steps, alarms: steps.flatMap(({ alarm }) => alarm ?? []) };
}

/** A shift of a stream, as screening tells it. */
export function someShift(
  more: Partial<StreamShift> & { readonly day?: number; readonly alarmDay?: number } = {},
): StreamShift {
  const { day = 10, alarmDay = day + 3, ...given } = more;
  return {
    ...({ titleId: 'dark', measure: 'polarity', country: null, direction: 'down' } as const),
    ...{ startAt: dayAt(alarmDay), statistic: 9, pValue: 1e-4, before: 0.3, after: -0.1, bucketCount: 4 },
    onset: { at: dayAt(day), earliestAt: dayAt(day - 1), latestAt: dayAt(day + 1) },
    size: { value: -0.4, low: -0.5, high: -0.3 },
    ...given,
  };
}

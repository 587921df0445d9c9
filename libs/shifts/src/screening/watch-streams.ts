import { advance, type Advanced, type Alarm } from '../detector/advance';
import type { DetectorDesign } from '../detector/detector-design';
import { startDetector, type DetectorState } from '../detector/detector-state';
import type { StreamName } from '../measures/measure';
import type { StreamBucket } from '../measures/review-bucket';
import { acceptShift, locateShift, type Shift } from '../onset/locate-shift';
import { screenAlarms } from './screen-alarms';

/** A stream and its next bucket. */
export interface WatchedStream {
  readonly name: StreamName;
  /** null: its first. */
  readonly state: DetectorState | null;
  readonly bucket: StreamBucket;
}

/** A shift of a stream that passed the screening. */
export interface StreamShift extends StreamName, Alarm, Shift {}

/** Streams after a bucket. */
export interface WatchedBucket {
  /** `[m]`, in the order given; those with a shift have taken the new level for their baseline. */
  readonly streams: readonly Advanced[];
  readonly shifts: readonly StreamShift[];
}

/** How alarms are raised. */
export interface WatchOptions {
  readonly design: DetectorDesign;
  /** Share of false ones among the alarms told, in (0, 1). */
  readonly falseShare: number;
}

/**
 * Takes one bucket of many streams: advances each, screens the alarms together, dates and sizes what is left.
 * @param watched `[m]`, one bucket each, all of the same time
 * @throws InputError `BAD_SHIFT_BUCKET`, `SHIFT_BUCKET_OUT_OF_ORDER`, `BAD_SHIFT_DESIGN`
 */
export function watchStreams(
  watched: readonly WatchedStream[],
  { design, falseShare }: WatchOptions,
): WatchedBucket {
  const advanced = watched.map(({ name, state, bucket }) =>
    advance(state ?? startDetector(name.measure), bucket, design),
  );
  const isTold = screenAlarms(advanced, falseShare);
  const shifts: StreamShift[] = [];
  const streams = advanced.map((stream, i) => {
    const { alarm, state } = stream;
    if (!alarm || !isTold[i]) return stream;
    const shift = locateShift(state);
    shifts.push({ ...watched[i].name, ...alarm, ...shift });
    return { ...stream, state: acceptShift(state, shift.onset.at) };
  });
  return { streams, shifts };
}

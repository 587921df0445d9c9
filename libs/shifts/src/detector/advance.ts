import { InputError } from '@keyart/common';
import { EWMA_SD, EWMA_WEIGHT } from '../design/ewma-run-length';
import { SHIFT_ERROR_CODES } from '../errors';
import { scaleOf } from '../measures/measure-scale';
import { isoOf, type StreamBucket } from '../measures/review-bucket';
import { cusumPValue } from '../screening/cusum-p-value';
import type { DetectorDesign } from './detector-design';
import { startDetector, type DetectorState, type OpenBucket, type Settled } from './detector-state';
import { settleBucket } from './settle-bucket';

/** The charts of a stream after a bucket. */
export interface Reading {
  readonly startAt: Date;
  /** Of the bucket, standard normal while nothing changes; null: not scored. */
  readonly score: number | null;
  /** The two sides of the CUSUM. */
  readonly up: number;
  readonly down: number;
  /** In its own standard deviations. */
  readonly ewma: number;
  readonly isEwmaOut: boolean;
  /** Of the higher side of the CUSUM; null: not scored. */
  readonly pValue: number | null;
  /** Baselines were started anew: another engine reads. */
  readonly isReset: boolean;
}

/** A stream has left its baseline. Raised at every bucket until the shift is accepted or the CUSUM falls back. */
export interface Alarm {
  readonly startAt: Date;
  readonly direction: 'up' | 'down';
  /** Side of the CUSUM that is above its threshold. */
  readonly statistic: number;
  readonly pValue: number;
}

/** A stream after a bucket. */
export interface Advanced {
  readonly state: DetectorState;
  readonly reading: Reading;
  readonly alarm: Alarm | null;
}

function checkBucket({ measure, open }: DetectorState, bucket: StreamBucket): OpenBucket {
  const { startAt, value, count, ageDays } = bucket;
  const at = (): string => `${measure}, bucket ${isoOf(startAt)}`;
  const wrong = (detail: string): InputError =>
    new InputError(SHIFT_ERROR_CODES.badBucket, `${at()}: ${detail}`);
  const [least, most] = scaleOf(measure).range;
  if (Number.isNaN(startAt.getTime())) throw wrong('startAt is no time');
  if (!Number.isFinite(value) || value < least || value > most)
    throw wrong(`value ${value} is not in [${least}, ${most}]`);
  if (!Number.isInteger(count) || count < 0) throw wrong(`count ${count} is no whole number from 0`);
  if (ageDays !== null && !Number.isFinite(ageDays)) throw wrong(`ageDays ${ageDays} is not finite`);
  if (open && startAt.getTime() < open.startAtMs)
    throw new InputError(
      SHIFT_ERROR_CODES.outOfOrder,
      `${at()}: is older than ${isoOf(new Date(open.startAtMs))}`,
    );
  return { startAtMs: startAt.getTime(), ageDays, value, count };
}

/** What was settled before the bucket: with the last one, unless the bucket is that one again. */
function settledBefore({ measure, settled, open }: DetectorState, startAtMs: number): Settled {
  return open === null || open.startAtMs === startAtMs
    ? settled
    : settleBucket(settled, scaleOf(measure), open).settled;
}

/** Of an EWMA of n values that started at 0. */
function ewmaSd(count: number): number {
  return EWMA_SD * Math.sqrt(1 - (1 - EWMA_WEIGHT) ** (2 * count));
}

function readingOf(
  after: Settled,
  score: number | null,
  limit: number,
): Omit<Reading, 'startAt' | 'isReset'> {
  const { up, down } = after;
  const ewma = after.scoreCount === 0 ? 0 : after.ewma / ewmaSd(after.scoreCount);
  const pValue = score === null ? null : cusumPValue(Math.max(up, down));
  return { score, up, down, ewma, isEwmaOut: score !== null && Math.abs(ewma) > limit, pValue };
}

/**
 * A stream's detector after one more bucket, or after the newest one again with late reviews. Buckets may be missing. What reviews are read by
 * another engine than before start a new baseline, without an alarm.
 * @returns the state to keep, the charts, and an alarm where a side of the CUSUM is above the threshold
 * @throws InputError `BAD_SHIFT_BUCKET` naming the field, `SHIFT_BUCKET_OUT_OF_ORDER`
 */
export function advance(before: DetectorState, bucket: StreamBucket, design: DetectorDesign): Advanced {
  const open = checkBucket(before, bucket);
  const { engineVersion } = bucket;
  const isReset = before.engineVersion !== null && engineVersion !== before.engineVersion;
  const state = isReset ? startDetector(before.measure) : before;
  const settled = settledBefore(state, open.startAtMs);
  const { settled: after, score } = settleBucket(settled, scaleOf(state.measure), open);
  const reading = { startAt: bucket.startAt, ...readingOf(after, score, design.ewmaLimit), isReset };
  const direction = after.up >= after.down ? 'up' : 'down';
  const statistic = Math.max(after.up, after.down);
  const isAlarm = reading.pValue !== null && statistic > design.threshold;
  return {
    ...{ state: { ...state, engineVersion, settled, open }, reading },
    alarm: isAlarm ? { startAt: bucket.startAt, direction, statistic, pValue: cusumPValue(statistic) } : null,
  };
}

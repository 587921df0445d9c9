import { InputError } from '@keyart/common';
import { TONES, type Tone } from '@keyart/contracts';
import { SHIFT_ERROR_CODES } from '../errors';
import { MEASURES, toneOf, type Measure } from './measure';

/** Sums over the reviews of a title that were written in one stretch of time, in one country or in all. */
export interface ReviewBucket {
  readonly startAt: Date;
  /** Reviews, ≥ 0. */
  readonly count: number;
  /** Σ polarity and Σ polarity². */
  readonly polaritySum: number;
  readonly polaritySquareSum: number;
  /** Reviews that show a tone; left out: none. */
  readonly toneCounts: Readonly<Partial<Record<Tone, number>>>;
  /** Of the engine that read them. */
  readonly engineVersion: string;
  /** Days from the release to the start; null: not known. */
  readonly ageDays: number | null;
}

/** A bucket of one stream. */
export interface StreamBucket {
  readonly startAt: Date;
  /** Natural: mean polarity, share of reviews, number of reviews, share of the largest disagreement. */
  readonly value: number;
  /** Reviews that it rests on. */
  readonly count: number;
  /** null: no engine has a part in it. */
  readonly engineVersion: string | null;
  readonly ageDays: number | null;
}

/** Refuses what is not a number, or cannot be. @throws InputError `BAD_SHIFT_BUCKET` naming the field */
export function checkReviewBucket(bucket: ReviewBucket): void {
  const { count, polaritySum, polaritySquareSum, toneCounts, startAt, ageDays } = bucket;
  const wrong = (field: string, value: unknown): InputError =>
    new InputError(SHIFT_ERROR_CODES.badBucket, `bucket ${isoOf(startAt)}: ${field} is ${String(value)}`);
  if (Number.isNaN(startAt.getTime())) throw wrong('startAt', 'no time');
  if (!Number.isInteger(count) || count < 0) throw wrong('count', count);
  if (!(Math.abs(polaritySum) <= count)) throw wrong('polaritySum', polaritySum);
  if (!(polaritySquareSum >= 0 && polaritySquareSum <= count))
    throw wrong('polaritySquareSum', polaritySquareSum);
  if (ageDays !== null && !Number.isFinite(ageDays)) throw wrong('ageDays', ageDays);
  for (const tone of TONES) {
    const own = toneCounts[tone] ?? 0;
    if (!Number.isInteger(own) || own < 0 || own > count) throw wrong(`toneCounts.${tone}`, own);
  }
}

/** For messages: never throws. */
export function isoOf(at: Date): string {
  return Number.isNaN(at.getTime()) ? 'at no time' : at.toISOString();
}

function valueOf(measure: Measure, bucket: ReviewBucket): number {
  const { count, polaritySum, toneCounts } = bucket;
  const tone = toneOf(measure);
  if (tone !== null) return count === 0 ? 0 : (toneCounts[tone] ?? 0) / count;
  if (measure === 'volume') return count;
  if (count === 0) return 0;
  return measure === 'polarity' ? polaritySum / count : disagreementOf(bucket);
}

/**
 * Variance over the largest that the mean leaves room for, 1 − m²: 0 where all say the same, 1 where each is all for or all against. A plain
 * standard deviation falls as soon as a title is liked more, and would say again what polarity says. Both parts are unbiased:
 * s²/(s² + 1 − q), q the mean square.
 */
function disagreementOf({ count, polaritySum, polaritySquareSum }: ReviewBucket): number {
  if (count < 2) return 0;
  const variance = Math.max(0, polaritySquareSum - polaritySum ** 2 / count) / (count - 1);
  const room = variance + Math.max(0, 1 - polaritySquareSum / count);
  return room > 0 ? variance / room : 0;
}

/**
 * The buckets of all streams of a title that its reviews of one stretch of time make.
 * @throws InputError `BAD_SHIFT_BUCKET` naming the field
 */
export function streamBuckets(bucket: ReviewBucket): { measure: Measure; bucket: StreamBucket }[] {
  checkReviewBucket(bucket);
  const { startAt, count, engineVersion, ageDays } = bucket;
  return MEASURES.map((measure) => ({
    measure,
    bucket: {
      ...{ startAt, count, ageDays, value: valueOf(measure, bucket) },
      engineVersion: measure === 'volume' ? null : engineVersion,
    },
  }));
}

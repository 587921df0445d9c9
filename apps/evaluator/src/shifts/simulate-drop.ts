import { advance, detectorOfThreshold, startDetector } from '@keyart/shifts';
import { quietStream } from './quiet-stream';

/** A drop of polarity on a day, read by an engine, at a steady number of reviews. */
export interface DropFound {
  /** Of true polarity. */
  readonly drop: number;
  readonly reviewsADay: number;
  readonly engineAccuracy: number;
  /** Days that the baseline was learnt on before. */
  readonly learntDays: number;
  /** Mean days from the drop to the alarm, the day of the drop being the first. */
  readonly delay: number;
  readonly standardError: number;
  readonly runCount: number;
}

const DROP = 0.4;
const REVIEWS_A_DAY = 30;
const ACCURACY = 0.91;
const LEARNT_DAYS = 90;
const RUN_COUNT = 1000;

function delayOf(seed: string, threshold: number): number | null {
  const design = detectorOfThreshold(threshold);
  let [state, day] = [startDetector('polarity'), 0];
  for (const bucket of quietStream(seed, [REVIEWS_A_DAY, REVIEWS_A_DAY])) {
    const shrunken = DROP * (2 * ACCURACY - 1);
    const value = day < LEARNT_DAYS ? bucket.value : Math.max(-1, bucket.value - shrunken);
    const advanced = advance(state, { ...bucket, value }, design);
    // A false alarm before the drop says nothing about its delay.
    if (advanced.alarm) return day < LEARNT_DAYS ? null : day - LEARNT_DAYS + 1;
    state = advanced.state;
    day++;
  }
  return null;
}

/** How soon the whole detector notices that a title is liked much less. */
export function simulateDrop(threshold: number, seed: string): DropFound {
  const delays = Array.from({ length: RUN_COUNT }, (_, run) => delayOf(`${seed}/drop/${run}`, threshold));
  const known = delays.filter((delay) => delay !== null);
  const delay = known.reduce((sum, one) => sum + one, 0) / known.length;
  const variance = known.reduce((sum, one) => sum + (one - delay) ** 2, 0) / (known.length - 1);
  return {
    ...{ drop: DROP, reviewsADay: REVIEWS_A_DAY, engineAccuracy: ACCURACY, learntDays: LEARNT_DAYS },
    ...{ delay, standardError: Math.sqrt(variance / known.length), runCount: known.length },
  };
}

import { createRandom } from '@keyart/common';
import {
  advance,
  detectorOfThreshold,
  startDetector,
  type DetectorDesign,
  type StreamBucket,
} from '@keyart/shifts';
import { normal } from '@keyart/simulation';

/** How long streams without a shift ran until their first alarm. */
export interface RunLength {
  readonly threshold: number;
  /** Mean buckets to a false alarm, by the integral equation. */
  readonly designed: number;
  readonly measured: number;
  readonly standardError: number;
  readonly runCount: number;
}

/** How streams without a shift are drawn. */
export interface RunLengthOptions {
  readonly threshold: number;
  readonly runCount: number;
  readonly seed: string;
  readonly progress: (fraction: number) => void;
}

const DAY_MS = 86_400_000;
/** A Sunday. */
const START_MS = Date.UTC(2026, 0, 4);
const POLARITY_SD = 0.78;
const LEVEL_SD = 0.1;
const DECAY = -0.02;
const COUNT_RANGE = [8, 120] as const;

/** Daily mean polarity of one title: a level, weekdays, age, and the noise of however many reviews there are. */
function* quietStream(seed: string): Generator<StreamBucket> {
  const random = createRandom(seed);
  const weekdays = Array.from({ length: 7 }, () => 0.05 * normal(random));
  const level = LEVEL_SD * normal(random);
  const releaseAge = Math.floor(random.next() * 200);
  const [least, most] = COUNT_RANGE;
  for (let day = 0; ; day++) {
    const count = Math.floor(least * (most / least) ** random.next());
    const ageDays = releaseAge + day;
    const mean = level + weekdays[day % 7] + DECAY * Math.log1p(Math.min(365, ageDays));
    const value = mean + (POLARITY_SD * normal(random)) / Math.sqrt(count);
    const startAt = new Date(START_MS + day * DAY_MS);
    yield { startAt, count, ageDays, engineVersion: 'simulated', value: Math.max(-1, Math.min(1, value)) };
  }
}

function runUntilAlarm(seed: string, design: DetectorDesign): number {
  let [state, length] = [startDetector('polarity'), 0];
  for (const bucket of quietStream(seed)) {
    const advanced = advance(state, bucket, design);
    state = advanced.state;
    if (advanced.reading.score !== null) length++;
    if (advanced.alarm) break;
  }
  return length;
}

/** Runs the whole detector on streams in which nothing changes; buckets count from the first that is scored. */
export function simulateRunLength({ threshold, runCount, seed, progress }: RunLengthOptions): RunLength {
  const design = detectorOfThreshold(threshold);
  const lengths = Array.from({ length: runCount }, (_, run) => {
    progress(run / runCount);
    return runUntilAlarm(`${seed}/run-length/${threshold}/${run}`, design);
  });
  const measured = lengths.reduce((sum, length) => sum + length, 0) / runCount;
  const variance = lengths.reduce((sum, length) => sum + (length - measured) ** 2, 0) / (runCount - 1);
  const standardError = Math.sqrt(variance / runCount);
  return { threshold, designed: design.runLength, measured, standardError, runCount };
}

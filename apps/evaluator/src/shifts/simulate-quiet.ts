import { createRandom } from '@keyart/common';
import {
  advance,
  detectorOfThreshold,
  startDetector,
  streamBuckets,
  toneOf,
  type DetectorState,
  type Measure,
} from '@keyart/shifts';
import { drawDay } from './planted-reviews';
import { drawTitle, PLANTED_TONES } from './planted-title';

/** How often streams of reviews in which nothing changes alarm, by measure. */
export interface QuietRow {
  readonly measure: string;
  readonly bucketCount: number;
  readonly alarmCount: number;
  /** Buckets to an alarm; null: there was none. */
  readonly interval: number | null;
}

const TITLE_COUNT = 60;
const DAY_COUNT = 400;

/** The five tones together. */
function nameOf(measure: Measure): string | null {
  const tone = toneOf(measure);
  if (tone === null) return measure;
  return PLANTED_TONES.has(tone) ? 'tones' : null;
}

/** The charts begin again; the baseline stays. */
function withoutAlarm(state: DetectorState): DetectorState {
  return { ...state, settled: { ...state.settled, up: 0, down: 0 } };
}

/** Watches titles without shifts, review by review, each alarm known to be false. Their buckets are not quite normal, and vary by more than chance. */
export function simulateQuiet(threshold: number, seed: string): QuietRow[] {
  const design = detectorOfThreshold(threshold);
  const counts = new Map<string, { bucketCount: number; alarmCount: number }>();
  for (let i = 0; i < TITLE_COUNT; i++) {
    const random = createRandom(`${seed}/quiet/${i}`);
    const title = drawTitle(`quiet-${i}`, random);
    const states = new Map<Measure, DetectorState>();
    for (let day = 0; day < DAY_COUNT; day++)
      for (const { measure, bucket } of streamBuckets(drawDay(title, day, random).bucket)) {
        const name = nameOf(measure);
        if (name === null) continue;
        const { state, alarm, reading } = advance(
          states.get(measure) ?? startDetector(measure),
          bucket,
          design,
        );
        states.set(measure, alarm ? withoutAlarm(state) : state);
        const own = counts.get(name) ?? { bucketCount: 0, alarmCount: 0 };
        if (reading.score !== null) own.bucketCount++;
        if (alarm) own.alarmCount++;
        counts.set(name, own);
      }
  }
  return [...counts].map(([measure, { bucketCount, alarmCount }]) => ({
    ...{ measure, bucketCount, alarmCount },
    interval: alarmCount === 0 ? null : bucketCount / alarmCount,
  }));
}

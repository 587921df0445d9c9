import { createRandom } from '@keyart/common';
import type { StreamBucket } from '@keyart/shifts';
import { normal } from '@keyart/simulation';
import { DAY_MS, FIRST_DAY_MS } from './planted-reviews';

const POLARITY_SD = 0.78;
const LEVEL_SD = 0.1;
const DECAY = -0.02;
const USUAL_COUNTS = [8, 120] as const;

/** Daily mean polarity of one title: a level, weekdays, age, and the noise of however many reviews there are. @param counts fewest and most reviews a day */
export function* quietStream(
  seed: string,
  [least, most]: readonly [number, number] = USUAL_COUNTS,
): Generator<StreamBucket> {
  const random = createRandom(seed);
  const weekdays = Array.from({ length: 7 }, () => 0.05 * normal(random));
  const level = LEVEL_SD * normal(random);
  const releaseAge = Math.floor(random.next() * 200);
  for (let day = 0; ; day++) {
    const count = Math.floor(least * (most / least) ** random.next());
    const ageDays = releaseAge + day;
    const mean = level + weekdays[day % 7] + DECAY * Math.log1p(Math.min(365, ageDays));
    const value = mean + (POLARITY_SD * normal(random)) / Math.sqrt(count);
    const startAt = new Date(FIRST_DAY_MS + day * DAY_MS);
    yield { startAt, count, ageDays, engineVersion: 'simulated', value: Math.max(-1, Math.min(1, value)) };
  }
}

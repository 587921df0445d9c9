import { createRandom } from '@keyart/common';

/** For tests: a row of a randomised test, as text cells. */
export interface EventRow extends Record<string, string> {
  readonly user_id: string;
  readonly arm: string;
}

/** What is planted. */
export interface PlantedTest {
  readonly memberCount: number;
  readonly seed: string;
  /** Added to the treatment's rate of takes, .2 without. */
  readonly lift?: number;
  /** Share of the treatment's members that were lost on the way. */
  readonly lostShare?: number;
}

const DAY_COUNT = 10;

/** Members with tastes of their own, 1 to 6 impressions over ten days, halved into two arms. */
export function experimentEvents({ memberCount, seed, lift = 0, lostShare = 0 }: PlantedTest): EventRow[] {
  const random = createRandom(seed);
  const rows: EventRow[] = [];
  for (let m = 0; m < memberCount; m++) {
    const arm = random.next() < 0.5 ? 'control' : 'treatment';
    const taste = 0.2 + 0.2 * (random.next() - 0.5);
    const before = Math.round(100 * (taste + 0.1 * random.next()));
    const device = random.next() < 0.5 ? 'tv' : 'web';
    const first = Math.floor(random.next() * DAY_COUNT);
    const isLost = arm === 'treatment' && random.next() < lostShare;
    const count = isLost ? 0 : 1 + Math.floor(random.next() * 6);
    for (let i = 0; i < count; i++) {
      const day = Math.min(DAY_COUNT - 1, first + Math.floor(random.next() * 3));
      const isTaken = random.next() < taste + (arm === 'treatment' ? lift : 0);
      rows.push({
        ...{ user_id: `u${m}`, arm, device, before: String(before), taken: String(Number(isTaken)) },
        timestamp: new Date(Date.UTC(2026, 4, 1 + day, 12, i)).toISOString(),
        start_ms: String(Math.round(300 + 400 * taste + 900 * random.next() ** 3)),
      });
    }
  }
  return rows;
}

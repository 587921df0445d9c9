import { createRandom, type Random } from '@keyart/common';
import {
  streamBuckets,
  toneOf,
  watchStreams,
  type DetectorState,
  type StreamShift,
  type WatchOptions,
} from '@keyart/shifts';
import { drawDay, type PlantedDay } from './planted-reviews';
import { PLANTED_TONES, type PlantedTitle } from './planted-title';

/** What came of watching. */
export interface WatchedTitles {
  readonly shifts: readonly StreamShift[];
  readonly streamCount: number;
  readonly reviewCount: number;
  /** By title, by day; null: no reviews came in. */
  readonly days: ReadonlyMap<string, readonly (PlantedDay | null)[]>;
}

/** How long, and by what. */
export interface WatchTitlesOptions extends WatchOptions {
  readonly dayCount: number;
  /** Days of a title whose bucket never comes. */
  readonly missingShare: number;
  readonly seed: string;
  readonly progress: (fraction: number) => void;
}

function isPlanted(measure: Parameters<typeof toneOf>[0]): boolean {
  const tone = toneOf(measure);
  return tone === null || PLANTED_TONES.has(tone);
}

/** Watches all streams of titles day by day, through stored states as the service would. */
export function watchTitles(titles: readonly PlantedTitle[], options: WatchTitlesOptions): WatchedTitles {
  const randoms = new Map<string, Random>(
    titles.map(({ titleId }) => [titleId, createRandom(`${options.seed}/${titleId}`)]),
  );
  const states = new Map<string, DetectorState>();
  const days = new Map<string, (PlantedDay | null)[]>(titles.map(({ titleId }) => [titleId, []]));
  const shifts: StreamShift[] = [];
  let reviewCount = 0;
  for (let day = 0; day < options.dayCount; day++) {
    options.progress(day / options.dayCount);
    const watched = titles.flatMap((title) => {
      const { titleId } = title;
      const random = randoms.get(titleId) ?? createRandom(titleId);
      const drawn = random.next() < options.missingShare ? null : drawDay(title, day, random);
      days.get(titleId)?.push(drawn);
      if (!drawn) return [];
      reviewCount += drawn.bucket.count;
      return streamBuckets(drawn.bucket)
        .filter(({ measure }) => isPlanted(measure))
        .map(({ measure, bucket }) => ({
          ...{ key: `${titleId}/${measure}`, bucket, name: { titleId, measure, country: null } },
          state: states.get(`${titleId}/${measure}`) ?? null,
        }));
    });
    const { streams, shifts: own } = watchStreams(watched, options);
    watched.forEach(({ key }, i) => states.set(key, streams[i].state));
    shifts.push(...own);
  }
  return { shifts, streamCount: states.size, reviewCount, days };
}

import { createRandom } from '@keyart/common';
import { fitSegments, simulateViewers } from '@keyart/segments';
import type { SegmentStudy } from './segment-study';

/** Populations without segments, in which viewers differ this much. */
export interface NullRow {
  /** Standard deviations: 1 as within planted segments. */
  readonly spread: number;
  readonly worldCount: number;
  /** Of them said to have no segments. */
  readonly noneFraction: number;
  /** Largest gain in stability over any of them and any number of segments. */
  readonly largestGain: number;
}

const SPREADS = [1, 1.5, 2];
const EVENT_COUNTS = [
  [10, 10],
  [20, 20],
  [5, 30],
] as const;

/** Fits populations without segments. */
export function measureNullWorlds(study: SegmentStudy, worldCount: number): NullRow[] {
  return SPREADS.map((spread, i) => {
    const fits = Array.from({ length: worldCount }, (_, draw) => {
      study.onProgress((i + draw / worldCount) / SPREADS.length, 'no segments');
      const seed = `${study.seed}/null/${spread}/${draw}`;
      const { events } = simulateViewers({
        ...{ viewerCount: study.viewerCount, separation: 0, spread },
        ...{ eventCounts: EVENT_COUNTS[draw % EVENT_COUNTS.length], random: createRandom(seed) },
      });
      return fitSegments(events, { seed }).model;
    });
    return {
      ...{ spread, worldCount },
      noneFraction: fits.filter(({ outcome }) => outcome === 'no-groups').length / worldCount,
      largestGain: Math.max(...fits.flatMap(({ stability }) => stability.map(({ gain }) => gain))),
    };
  });
}

import type { Campaign } from './campaign';
import type { ResponseTable } from './posterior/response-count';

/** A campaign of two segments and three creatives, none of them misleading. For specs. */
export function campaignOf(changes: Partial<Campaign> = {}): Campaign {
  return {
    id: 'winter',
    titleId: 'title',
    titleTones: { joy: 0.4, excitement: 0.4, nostalgia: 0.2 },
    segments: [
      { name: 'nostalgic', tones: { nostalgia: 0.7, joy: 0.3 } },
      { name: 'excitement-prone', tones: { excitement: 0.8, joy: 0.2 } },
    ],
    creatives: [
      { artworkId: 'a', tones: { nostalgia: 0.6, joy: 0.4 } },
      { artworkId: 'b', tones: { excitement: 1 } },
      { artworkId: 'c', tones: { joy: 1 } },
    ],
    windows: [{ country: 'PT', timeZone: 'Europe/Lisbon', firstDay: '2026-12-01', lastDay: '2026-12-25' }],
    goal: { baseRate: 0.05, smallestLift: 0.1 },
    holdoutShare: 0.1,
    ...changes,
  };
}

/** Counts from pairs of takes and impressions, `[S][K]`. For specs. */
export function tableOf(
  ...rows: readonly (readonly (readonly [takes: number, impressions: number])[])[]
): ResponseTable {
  return rows.map((row) => row.map(([takeCount, impressionCount]) => ({ takeCount, impressionCount })));
}

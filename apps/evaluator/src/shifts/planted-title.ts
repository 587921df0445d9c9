import type { Random } from '@keyart/common';
import type { Tone } from '@keyart/contracts';
import { normal } from '@keyart/simulation';

/** What a planted shift changes. */
export const PLANTED_KINDS = ['reception', 'tone', 'volume', 'division'] as const;

/** One of them. */
export type PlantedKind = (typeof PLANTED_KINDS)[number];

/** A day on which reviews of a title change for good. */
export interface PlantedShift {
  readonly titleId: string;
  readonly kind: PlantedKind;
  readonly day: number;
  /** By what: true mean polarity, share of a tone, log of the volume, log of how strongly it is said. */
  readonly size: number;
  readonly tone: Tone | null;
}

/** People who write against a title together. */
export interface PlantedCampaign {
  /** First day and the day after the last. */
  readonly days: readonly [number, number];
  /** Its reviews a day, times the usual. */
  readonly burst: number;
  readonly newAccountShare: number;
  readonly againstStarsShare: number;
  readonly nearDuplicateShare: number;
  /** Chance that one of its texts is positive. */
  readonly positiveShare: number;
}

/** How reviews of a title come about. */
export interface PlantedTitle {
  readonly titleId: string;
  /** Days since its release on day 0. */
  readonly ageDays: number;
  /** Reviews on the day of release, and power of (1 + age) by which they decline. */
  readonly volume: number;
  readonly decay: number;
  /** Factors of volume and chances of a positive text added, Sunday first. */
  readonly weekdayVolume: readonly number[];
  readonly weekdayPositive: readonly number[];
  readonly positive: number;
  readonly tones: ReadonlyMap<Tone, number>;
  readonly shifts: readonly PlantedShift[];
  readonly campaigns: readonly PlantedCampaign[];
}

/** Tones of the simulated streams: how much likelier one is in a positive text, in log odds. */
export const PLANTED_TONES: ReadonlyMap<Tone, number> = new Map([
  ...([
    ['joy', 1.5],
    ['excitement', 1.2],
    ['disappointment', -2],
    ['anger', -1.5],
    ['sadness', -0.3],
  ] as const),
]);

const WEEKEND = [0.25, -0.12, -0.12, -0.1, -0.05, 0.1, 0.3];

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random.next();
}

/** A title without shifts: 40 to 300 reviews on the day of its release, a dozen at least later on. */
export function drawTitle(titleId: string, random: Random): PlantedTitle {
  const tones = [...PLANTED_TONES.keys()].map((tone) => [tone, between(random, 0.04, 0.2)] as const);
  return {
    ...{ titleId, shifts: [], campaigns: [], tones: new Map(tones) },
    ageDays: Math.floor(between(random, 0, 120)),
    volume: Math.exp(between(random, Math.log(40), Math.log(300))),
    decay: between(random, 0.05, 0.3),
    weekdayVolume: WEEKEND.map((effect) => Math.exp(effect + 0.05 * normal(random))),
    weekdayPositive: WEEKEND.map(() => 0.02 * normal(random)),
    positive: between(random, 0.45, 0.8),
  };
}

/** A shift of the title from a day on; a reception moves to where there is room. */
export function drawShift({ titleId, positive }: PlantedTitle, day: number, random: Random): PlantedShift {
  const at = random.next();
  const kind = at < 0.55 ? 'reception' : at < 0.75 ? 'tone' : at < 0.9 ? 'volume' : 'division';
  const sign = random.next() < 0.5 ? -1 : 1;
  if (kind === 'reception')
    return { titleId, kind, day, tone: null, size: (positive > 0.6 ? -1 : 1) * between(random, 0.3, 0.6) };
  if (kind === 'volume')
    return { titleId, kind, day, tone: null, size: sign * between(random, Math.log(1.8), Math.log(3.5)) };
  if (kind === 'division') return { titleId, kind, day, tone: null, size: -between(random, 0.35, 0.7) };
  const tones = [...PLANTED_TONES.keys()];
  const tone = tones[Math.floor(random.next() * tones.length)];
  return { titleId, kind, day, tone, size: between(random, 0.12, 0.3) };
}

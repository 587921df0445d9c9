import { toneMix, type Campaign, type CampaignCreative, type CampaignSegment } from '@keyart/campaigns';
import { campaignMatches } from '@keyart/campaigns';
import type { Random } from '@keyart/common';
import { TONES } from '@keyart/contracts';
import { normalDraw } from './normal-draw';

/** What a full tone match does to people's answers: what the campaign expects, nothing, or the opposite. */
export const PLANTED_PRIORS = ['right', 'none', 'wrong', 'reversed'] as const;

/** `reversed`: of each segment's creatives the best has the smallest match, the worst the largest. */
export type PlantedPrior = (typeof PLANTED_PRIORS)[number];

/** Size and truth of the campaigns that are drawn. */
export interface PlantedShape {
  readonly segmentCount: number;
  readonly creativeCount: number;
  readonly baseRate: number;
  /** By which share the best creative of each segment leads the second; null: as it was drawn. */
  readonly lead: number | null;
  readonly prior: PlantedPrior;
}

/** A campaign whose truth is known. */
export interface PlantedCampaign {
  readonly campaign: Campaign;
  /** `[S][K]` share of impressions that are taken. */
  readonly rates: readonly (readonly number[])[];
}

/** Standard deviations in log odds: segments' levels, creatives' pulls, what neither explains. */
const [LEVEL_SD, PULL_SD, OWN_SD] = [0.3, 0.2, 0.15];
const SLOPES = { right: 0.4, none: 0, wrong: -0.4, reversed: 0 } as const;
/** Tones that mixes are drawn over, none of them one that is never targeted. */
const DRAWN_TONES = TONES.filter((tone) =>
  ['amusement', 'curiosity', 'excitement', 'joy', 'love', 'nostalgia'].includes(tone),
);

/** Draws segments, creatives and how the ones answer the others. */
export function plantCampaign(shape: PlantedShape, random: Random): PlantedCampaign {
  const segments = Array.from({ length: shape.segmentCount }, (_, s): CampaignSegment => ({
    ...{ name: `segment-${s + 1}`, tones: drawnMix(random) },
  }));
  const creatives = Array.from({ length: shape.creativeCount }, (_, k): CampaignCreative => ({
    ...{ artworkId: `artwork-${k + 1}`, tones: drawnMix(random) },
  }));
  const matches = campaignMatches({ segments, creatives });
  const drawn = drawnRates(shape, matches, random);
  const rates = drawn.map((row, s) => {
    const led = shape.lead === null ? row : withLead(row, shape.lead);
    return shape.prior === 'reversed' ? againstMatches(led, matches[s]) : led;
  });
  return { campaign: { ...FRAME, segments, creatives, goal: goalOf(shape) }, rates };
}

const FRAME = {
  ...{ id: 'planted', titleId: 'title', titleTones: null, holdoutShare: 0.1 },
  windows: [{ country: 'PT', timeZone: 'Europe/Lisbon', firstDay: '2026-12-01', lastDay: '2026-12-31' }],
};

function goalOf({ baseRate }: PlantedShape): Campaign['goal'] {
  return { baseRate, smallestLift: 0.1 };
}

function drawnMix(random: Random): CampaignSegment['tones'] {
  return toneMix(Object.fromEntries(DRAWN_TONES.map((tone) => [tone, Math.log(1 - random.next()) ** 2])));
}

function drawnRates(
  { baseRate, prior }: PlantedShape,
  matches: readonly (readonly number[])[],
  random: Random,
): number[][] {
  const origin = Math.log(baseRate / (1 - baseRate));
  const pulls = matches[0].map(() => PULL_SD * normalDraw(random));
  return matches.map((row) => {
    const mean = row.reduce((sum, match) => sum + match, 0) / row.length;
    const level = LEVEL_SD * normalDraw(random);
    return row.map((match, k) => {
      const own = SLOPES[prior] * (match - mean) + OWN_SD * normalDraw(random);
      return 1 / (1 + Math.exp(-(origin + level + pulls[k] + own)));
    });
  });
}

/** The best rate becomes the second best and the lead; the others stay. */
function withLead(rates: readonly number[], lead: number): number[] {
  const best = indexOfLargest(rates);
  const second = Math.max(...rates.filter((_, k) => k !== best));
  return rates.map((rate, k) => (k === best ? (1 + lead) * second : rate));
}

/** The same rates, dealt so that the smallest match has the largest. */
function againstMatches(rates: readonly number[], matches: readonly number[]): number[] {
  const ascending = [...rates].sort((a, b) => a - b);
  const order = matches.map((_, k) => k).sort((a, b) => matches[b] - matches[a]);
  const dealt = [...rates];
  order.forEach((k, rank) => (dealt[k] = ascending[rank]));
  return dealt;
}

/** Where the largest stands, the first of several. */
export function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best] ? i : best), 0);
}

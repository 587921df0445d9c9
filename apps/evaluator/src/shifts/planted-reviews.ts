import type { Random } from '@keyart/common';
import type { Tone } from '@keyart/contracts';
import type { ReviewBucket, ReviewSigns } from '@keyart/shifts';
import { normal } from '@keyart/simulation';
import { PLANTED_TONES, type PlantedCampaign, type PlantedTitle } from './planted-title';

/** What is read of a title's reviews of a day. */
export interface PlantedDay {
  readonly bucket: ReviewBucket;
  readonly signs: ReviewSigns;
}

/** A Sunday. */
export const FIRST_DAY_MS = Date.UTC(2026, 0, 4);
export const DAY_MS = 86_400_000;

/** The engine: right in 91% of the texts, so that a shift of polarity is read as .82 of its size. */
const ACCURACY = 0.91;
/** A tone that is there is read so often, and one that is not. */
const TONE_SENSITIVITY = 0.8;
const TONE_FALSE_RATE = 0.02;
/** Days differ by more than chance. */
const DAY_SD = 0.12;
/** Of usual reviews. */
const NEW_ACCOUNT_SHARE = 0.08;
const NEAR_DUPLICATE_SHARE = 0.02;
const STRENGTH_RANGE = [0.6, 1] as const;

/** Shifts in force on a day, added up by kind. */
interface Climate {
  readonly positive: number;
  readonly volumeFactor: number;
  readonly strength: number;
  readonly tones: ReadonlyMap<Tone, number>;
}

function climateOf(
  { positive, tones, shifts, weekdayPositive, weekdayVolume }: PlantedTitle,
  day: number,
): Climate {
  const own = shifts.filter((shift) => shift.day <= day);
  const sumOf = (kind: string): number =>
    own.reduce((sum, shift) => sum + (shift.kind === kind ? shift.size : 0), 0);
  const added = (tone: Tone): number =>
    own.reduce((sum, shift) => sum + (shift.tone === tone ? shift.size : 0), 0);
  return {
    positive: positive + weekdayPositive[day % 7] + sumOf('reception') / 2,
    volumeFactor: weekdayVolume[day % 7] * Math.exp(sumOf('volume')),
    strength: Math.exp(sumOf('division')),
    tones: new Map([...tones].map(([tone, share]) => [tone, Math.min(0.9, share + added(tone))])),
  };
}

/** Poisson for large means, by its normal approximation; by products below. */
function poisson(mean: number, random: Random): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let [count, product] = [0, random.next()];
  for (const least = Math.exp(-mean); product > least; count++) product *= random.next();
  return count;
}

/** Sums that grow by a review at a time. */
class DaySums {
  private polaritySum = 0;
  private polaritySquareSum = 0;
  private count = 0;
  private readonly toneCounts: Partial<Record<Tone, number>> = {};
  private readonly signs = { newAccountCount: 0, againstStarsCount: 0, nearDuplicateCount: 0 };

  constructor(
    private readonly climate: Climate,
    private readonly random: Random,
  ) {}

  /** A review of somebody who has seen the title, or of a campaign. */
  add(campaign: PlantedCampaign | null): void {
    const { random, climate, signs } = this;
    const isPositive = random.next() < (campaign?.positiveShare ?? climate.positive);
    const isRight = random.next() < ACCURACY;
    const [least, most] = STRENGTH_RANGE;
    const strength = climate.strength * (least + (most - least) * random.next());
    const polarity = isPositive === isRight ? strength : -strength;
    this.count++;
    this.polaritySum += polarity;
    this.polaritySquareSum += polarity ** 2;
    for (const [tone, share] of climate.tones) this.addTone(tone, share, isPositive);
    if (random.next() < (campaign?.newAccountShare ?? NEW_ACCOUNT_SHARE)) signs.newAccountCount++;
    if (random.next() < (campaign?.nearDuplicateShare ?? NEAR_DUPLICATE_SHARE)) signs.nearDuplicateCount++;
    // Stars follow what was meant; a text that was read wrongly contradicts them.
    if (!isRight || random.next() < (campaign?.againstStarsShare ?? 0)) signs.againstStarsCount++;
  }

  private addTone(tone: Tone, share: number, isPositive: boolean): void {
    const tilt = Math.exp(((isPositive ? 1 : -1) * (PLANTED_TONES.get(tone) ?? 0)) / 2);
    const chance = (share * tilt) / (1 - share + share * tilt);
    const isShown = this.random.next() < chance;
    if (this.random.next() < (isShown ? TONE_SENSITIVITY : TONE_FALSE_RATE))
      this.toneCounts[tone] = (this.toneCounts[tone] ?? 0) + 1;
  }

  close(day: number, ageDays: number): PlantedDay {
    const { count, polaritySum, polaritySquareSum, toneCounts, signs } = this;
    const startAt = new Date(FIRST_DAY_MS + day * DAY_MS);
    return {
      signs: { count, days: 1, ...signs },
      bucket: {
        startAt,
        count,
        polaritySum,
        polaritySquareSum,
        toneCounts,
        engineVersion: 'simulated',
        ageDays,
      },
    };
  }
}

/** Reviews of a title on a day, read by an engine that errs. */
export function drawDay(title: PlantedTitle, day: number, random: Random): PlantedDay {
  const climate = climateOf(title, day);
  const ageDays = title.ageDays + day;
  const usual = title.volume * (1 + ageDays) ** -title.decay * climate.volumeFactor;
  const sums = new DaySums(climate, random);
  const count = poisson(usual * Math.exp(DAY_SD * normal(random)), random);
  for (let i = 0; i < count; i++) sums.add(null);
  for (const campaign of title.campaigns.filter(({ days: [from, to] }) => day >= from && day < to)) {
    const own = poisson(usual * campaign.burst, random);
    for (let i = 0; i < own; i++) sums.add(campaign);
  }
  return sums.close(day, ageDays);
}

import { createRandom, type Random } from '@keyart/common';
import { TITLE_ASPECTS, TONES, type AspectReading, type ToneReading } from '@keyart/contracts';
import { DRIVER_NAMES, driverValues } from '../drivers/driver-columns';
import type { AnalysedReview } from '../reviews/analysed-review';
import { normalDraw } from './normal-draw';

/** What made-up reviews are like. */
export interface ReviewWorld {
  readonly titleCount: number;
  /** Mean; titles differ in it as 1 to 9. */
  readonly reviewsPerTitle: number;
  /** Driver (`aspect acting`, `tone joy`) → effect on polarity within titles; all others have none. */
  readonly effects: Readonly<Record<string, number>>;
  /** Standard deviation of a title's own effects, as a share of each. */
  readonly effectSpread: number;
  /** How much better titles are praised more for everything, and show more joy: what a regression over titles would take for effects. */
  readonly confounding: number;
}

/** Effects that a creative team would want to know of. */
export const PLANTED_EFFECTS: Readonly<Record<string, number>> = {
  ...{ 'aspect acting': 0.25, 'aspect plot': 0.2, 'aspect pacing': 0.15, 'aspect ending': -0.12 },
  ...{ 'tone joy': 0.12, 'tone excitement': 0.1, 'tone disappointment': -0.15, 'tone annoyance': -0.1 },
};

/** The world that floors are measured in. */
export const PLANTED_WORLD: ReviewWorld = {
  ...{ titleCount: 40, reviewsPerTitle: 40, effects: PLANTED_EFFECTS },
  ...{ effectSpread: 0.3, confounding: 1 },
};

/** The same where nothing drives anything. */
export const NULL_WORLD: ReviewWorld = { ...PLANTED_WORLD, effects: {} };

const MENTION_CHANCE = 0.25;
const TONE_ODDS = -2;
const LEVEL_DEVIATION = 0.12;
const NOISE_DEVIATION = 0.2;
/** Planted on either side, so that a claim about them can be true or false. */
const GENRES = ['Drama', 'Documentary', 'Action', 'Comedy'];

/** Reviews of a made-up world with known effects; equal seeds make equal reviews. */
export function madeUpReviews(world: ReviewWorld, seed: string): AnalysedReview[] {
  const random = createRandom(`review-world/${seed}`);
  return Array.from({ length: world.titleCount }, (_, t) => reviewsOfTitle(t, world, random)).flat();
}

function reviewsOfTitle(t: number, world: ReviewWorld, random: Random): AnalysedReview[] {
  const quality = normalDraw(random);
  const count = Math.max(2, Math.round(world.reviewsPerTitle * (0.2 + 1.6 * random.next())));
  const effects = DRIVER_NAMES.map(({ kind, name }) => {
    const effect = world.effects[`${kind} ${name}`] ?? 0;
    return effect * (1 + world.effectSpread * normalDraw(random));
  });
  const title = {
    ...{ titleId: `t${t}`, titleName: `Title ${t}`, genres: [GENRES[t % GENRES.length]] },
    ...{ microGenres: [`micro-genre-${t % 8}`], country: null, atMs: null, text: '', author: null },
  };
  return Array.from({ length: count }, () => {
    const said = {
      aspects: aspectsOf(quality * world.confounding, random),
      tones: tonesOf(quality * world.confounding, random),
    };
    const { values } = driverValues(said);
    const driven = values.reduce((sum, value, k) => sum + value * effects[k], 0);
    const polarity = clamp(LEVEL_DEVIATION * quality + driven + NOISE_DEVIATION * normalDraw(random), -1, 1);
    const intensity = clamp(0.5 + 0.15 * normalDraw(random), 0, 1);
    const weight = 0.5 + 0.5 * random.next();
    return { ...title, ...said, stars: 5.5 + 4.5 * polarity, polarity, intensity, weight };
  });
}

function aspectsOf(quality: number, random: Random): AspectReading[] {
  return TITLE_ASPECTS.flatMap((aspect) => {
    if (random.next() >= MENTION_CHANCE) return [];
    const polarity = clamp(0.3 * quality + 0.5 * normalDraw(random), -1, 1);
    return [{ aspect, polarity, evidence: { from: 0, to: 0 } }];
  });
}

function tonesOf(quality: number, random: Random): ToneReading[] {
  return TONES.flatMap((tone, k) => {
    const odds = TONE_ODDS + 0.5 * quality * (k % 2 === 0 ? 1 : -1);
    if (random.next() >= 1 / (1 + Math.exp(-odds))) return [];
    return [{ tone, probability: 0.8, intensity: random.next() }];
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

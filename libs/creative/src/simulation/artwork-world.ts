import { createRandom, pick, pickIndex, type Random } from '@keyart/common';
import type { TraitDecision } from '../artwork/trait-decision';
import { normalDraw } from './normal-draw';

/** What a made-up log of pictures is like. */
export interface ArtworkWorld {
  readonly titleCount: number;
  readonly decisionCount: number;
  readonly memberCount: number;
  /** What the planted trait does in dramas, as a log ratio of takes; in comedies it does nothing. */
  readonly effect: number;
  /** Standard deviation of that in each country and micro-genre. */
  readonly cellSpread: number;
}

/** The trait that may work. */
export const PLANTED_TRAIT = 'close-up';
/** Traits of pictures, one each. */
export const MADE_UP_TRAITS: readonly string[] = [
  PLANTED_TRAIT,
  'couple',
  'landscape',
  'night',
  'star',
  'text',
];
/** Where members are. */
export const MADE_UP_COUNTRIES: readonly string[] = ['BR', 'DE', 'FR', 'IN', 'JP', 'US'];

/** The log that floors are measured in. */
export const ARTWORK_WORLD: ArtworkWorld = {
  ...{ titleCount: 60, decisionCount: 24_000, memberCount: 3_000, effect: 0.3, cellSpread: 0 },
};

const MICRO_GENRE_COUNT = 4;
const [BASE_DEVIATION, PICTURE_DEVIATION, EAGERNESS_DEVIATION] = [0.3, 0.08, 0.5];
const BASE_FRACTION = 0.12;
const MOST_FRACTION = 0.9;
/** How much more eager members are shown the planted trait: without weights it would seem to work everywhere. */
const POLICY_TILT = 1.5;
const LEAST_PROPENSITY = 0.05;

/** A log with what is true of it. */
export interface ArtworkLog {
  readonly decisions: readonly TraitDecision[];
  /** Log ratio of takes of the planted trait by `country micro-genre`, in dramas. */
  readonly cellEffects: ReadonlyMap<string, number>;
}

interface MadeUpTitle {
  readonly titleId: string;
  readonly genres: readonly string[];
  readonly microGenres: readonly string[];
  readonly base: number;
  readonly pictures: readonly { readonly trait: string; readonly quality: number }[];
  readonly slate: readonly (readonly string[])[];
}

/** A log whose policy shows the planted trait to those who take more of anything; equal seeds make equal logs. */
export function madeUpLog(world: ArtworkWorld, seed: string): ArtworkLog {
  const random = createRandom(`artwork-world/${seed}`);
  const titles = Array.from({ length: world.titleCount }, (_, t) => titleOf(t, random));
  const members = Array.from({ length: world.memberCount }, (_, m) => ({
    ...{ member: `m${m}`, country: pick(MADE_UP_COUNTRIES, random) },
    eagerness: EAGERNESS_DEVIATION * normalDraw(random),
  }));
  const cellEffects = new Map(
    MADE_UP_COUNTRIES.flatMap((country) =>
      Array.from({ length: MICRO_GENRE_COUNT }, (_, g): [string, number] => [
        `${country} drama-${g}`,
        world.effect + world.cellSpread * normalDraw(random),
      ]),
    ),
  );
  const decisions = Array.from({ length: world.decisionCount }, () =>
    decisionOf(pick(titles, random), pick(members, random), { cellEffects, random }),
  );
  return { decisions, cellEffects };
}

function titleOf(t: number, random: Random): MadeUpTitle {
  const genre = t % 2 === 0 ? 'Drama' : 'Comedy';
  // One picture has the planted trait in most titles, so that both sides are there.
  const traits = Array.from({ length: 5 }, (_, k) =>
    k === 0 ? PLANTED_TRAIT : pick(MADE_UP_TRAITS.slice(1), random),
  );
  return {
    ...{ titleId: `t${t}`, genres: [genre] },
    microGenres: [`${genre.toLowerCase()}-${Math.floor(t / 2) % MICRO_GENRE_COUNT}`],
    base: Math.log(BASE_FRACTION) + BASE_DEVIATION * normalDraw(random),
    pictures: traits.map((trait) => ({ trait, quality: PICTURE_DEVIATION * normalDraw(random) })),
    slate: traits.map((trait) => [trait]),
  };
}

function decisionOf(
  { titleId, genres, microGenres, base, pictures, slate }: MadeUpTitle,
  { member, country, eagerness }: { member: string; country: string; eagerness: number },
  { cellEffects, random }: { cellEffects: ReadonlyMap<string, number>; random: Random },
): TraitDecision {
  const odds = pictures.map(({ trait }) => Math.exp(trait === PLANTED_TRAIT ? POLICY_TILT * eagerness : 0));
  const sum = odds.reduce((all, one) => all + one, 0);
  const propensities = odds.map(
    (one) => LEAST_PROPENSITY + ((1 - LEAST_PROPENSITY * odds.length) * one) / sum,
  );
  const shownAt = pickIndex(propensities, random);
  const { trait, quality } = pictures[shownAt];
  const effect = trait === PLANTED_TRAIT ? (cellEffects.get(`${country} ${microGenres[0]}`) ?? 0) : 0;
  const fraction = Math.min(MOST_FRACTION, Math.exp(base + eagerness + quality + effect));
  return {
    ...{ titleId, genres, microGenres, member, country, slate, shownAt, propensities },
    ...{ propensity: propensities[shownAt], isTaken: random.next() < fraction },
  };
}

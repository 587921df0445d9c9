import { createRandom, shuffled } from '@keyart/common';
import type { InsightRow } from './insights/fit-insights';
import type { TitleSimilarity } from './kriging/title-similarity';

const TITLE_COUNT = 120;
const PICTURE_COUNT = 4;
const TRAIT_COUNT = 6;
const BASE = 0.15;

/** How a log is planted. */
export interface PlantedLog {
  readonly rowCount: number;
  /** Largest effect of a trait on a title, reward; 0: none. */
  readonly effect: number;
  /** Of a region on a trait. */
  readonly regionEffect?: number;
  /** Reward per unit of a scene's engagement. */
  readonly sceneEffect?: number;
  readonly seed?: string;
}

/** Angle of a title on the circle that similar titles are near on. */
function angleOf(title: number): number {
  return (2 * Math.PI * title) / TITLE_COUNT;
}

/** What trait t is worth on a title: a smooth function of where the title lies. */
export function plantedEffect(title: number, trait: number, effect: number): number {
  return effect * Math.cos(angleOf(title) + (2 * Math.PI * trait) / TRAIT_COUNT);
}

/** Rows of a uniform logger whose pictures' traits are worth different things on different titles. For specs. */
export function plantedRows({
  rowCount,
  effect,
  regionEffect = 0,
  sceneEffect = 0,
  seed = 'a',
}: PlantedLog): InsightRow[] {
  const random = createRandom(`planted/${seed}`);
  const slates = Array.from({ length: TITLE_COUNT }, () =>
    Array.from({ length: PICTURE_COUNT }, () => {
      const traits = new Float64Array(TRAIT_COUNT);
      traits[Math.floor(random.next() * TRAIT_COUNT)] = 1;
      return traits;
    }),
  );
  const scenes = slates.map(() => Array.from({ length: PICTURE_COUNT }, () => random.next() - 0.5));
  return Array.from({ length: rowCount }, (_, i): InsightRow => {
    const title = i % TITLE_COUNT;
    const shownAt = Math.floor(random.next() * PICTURE_COUNT);
    const region = random.next() < 0.5 ? 'north' : 'south';
    const trait = slates[title][shownAt].indexOf(1);
    const ofRegion = (region === 'north' ? 1 : -1) * (trait < TRAIT_COUNT / 2 ? 1 : -1) * regionEffect;
    const mean = BASE + plantedEffect(title, trait, effect) + ofRegion + sceneEffect * scenes[title][shownAt];
    const reward = random.next() < mean ? 1 : 0;
    return {
      ...{ viewer: i % 997, title, region, slate: slates[title], shownAt, reward },
      ...{ weight: 1, baseline: null, scenes: scenes[title] },
    };
  });
}

function byPlaces(placeOf: (title: number) => number): TitleSimilarity {
  const similarity = (a: string | number, b: string | number): number =>
    (1 + Math.cos(angleOf(placeOf(Number(a))) - angleOf(placeOf(Number(b))))) / 2;
  return {
    similarity,
    neighbours: (title) =>
      Array.from({ length: TITLE_COUNT }, (_, other) => ({
        title: other,
        similarity: similarity(title, other),
      }))
        .filter((one) => one.title !== title)
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, 30),
  };
}

/** Titles near on the circle are similar: what the log was planted by. For specs. */
export const TRUE_SIMILARITY: TitleSimilarity = byPlaces((title) => title);

/** Takes any title for any other. For specs. */
export function shuffledSimilarity(seed: string): TitleSimilarity {
  const places = Array.from({ length: TITLE_COUNT }, (_, title) => title);
  const moved = shuffled(places, createRandom(seed));
  return byPlaces((title) => moved[title]);
}

/** Takes opposite titles for similar: each is told the reverse of what is true of it. For specs. */
export const ADVERSARIAL_SIMILARITY: TitleSimilarity = byPlaces((title) =>
  title % 2 === 0 ? title : title + TITLE_COUNT / 2,
);

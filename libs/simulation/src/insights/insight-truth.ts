import { createRandom } from '@keyart/common';
import { normal } from '../random/normal';
import type { WorldTitle } from '../titles/world-title';
import type { World } from '../world';
import { combinedEffects, randomEffects } from './random-effects';
import { regionOfViewer } from './world-regions';

/** What a world's viewers do because of title, scene and place, beyond taste and quality. */
export interface InsightTruth {
  /** Logits of a title's pictures for a viewer, `[K]`, to be added to the true model's. */
  logits(viewer: number, title: WorldTitle): Float64Array;
}

/** Slugs of the micro-genres a title is in, best first. */
export type MicroGenresOf = (title: WorldTitle) => readonly string[];

/** Half of the pictures are frames of a scene. */
const FRAME_FRACTION = 0.5;
/** Error of a measured engagement, beside its own spread of 1. */
const MEASURING_ERROR = 0.5;
const MOST_MICRO_GENRES = 3;

/** How a picture's scene holds viewers: truly, and as players' events tell it. 0 and 0 for a picture that is no frame. */
export interface SceneEngagement {
  readonly isFrame: boolean;
  /** About standard normal. */
  readonly engagement: number;
  readonly measured: number;
}

/** The scene a picture was taken from; the same every time. */
export function sceneOf(artworkId: string, seed: string): SceneEngagement {
  const random = createRandom(`${seed}/scene/${artworkId}`);
  if (random.next() >= FRAME_FRACTION) return { isFrame: false, engagement: 0, measured: 0 };
  const engagement = normal(random);
  return { isFrame: true, engagement, measured: engagement + MEASURING_ERROR * normal(random) };
}

/**
 * The planted part of the truth that title intelligence may find:
 *
 * Σ_f a_f (s e_f(keywords and genres, rare ones more) + g e_f(micro-genres) + r e_f(region)) + c engagement(scene)
 *
 * with a the facets a picture really shows and every e standard normal, drawn by name: titles with a keyword share what it does to facets.
 * @param microGenresOf as the service names them
 */
export class PlantedInsights implements InsightTruth {
  private readonly ofTitle = new Map<string, Float64Array>();
  private readonly ofRegion = new Map<string, Float64Array>();
  private readonly rarity: ReadonlyMap<string, number>;

  constructor(
    private readonly world: World,
    private readonly microGenresOf: MicroGenresOf,
  ) {
    this.rarity = rarityOf(world.titles);
  }

  logits(viewer: number, title: WorldTitle): Float64Array {
    const { insights } = this.world.settings.knobs;
    const logits = new Float64Array(title.truths.length);
    if (!insights) return logits;
    const { seed } = this.world.settings;
    const [ofTitle, ofRegion] = [this.titleEffects(title), this.regionEffects(viewer)];
    title.truths.forEach(({ artworkId, facets }, k) => {
      for (let f = 0; f < facets.length; f++)
        logits[k] += facets[f] * (ofTitle[f] + insights.region * ofRegion[f]);
      logits[k] += insights.scene * sceneOf(artworkId, seed).engagement;
    });
    return logits;
  }

  private titleEffects(title: WorldTitle): Float64Array {
    const known = this.ofTitle.get(title.titleId);
    if (known) return known;
    const { insights } = this.world.settings.knobs;
    const similar = combinedEffects(
      wordsOf(title).map((word) => this.part(word, this.rarity.get(word) ?? 0)),
    );
    const slugs = this.microGenresOf(title).slice(0, MOST_MICRO_GENRES);
    const genre = combinedEffects(slugs.map((slug) => this.part(`micro-genre ${slug}`, 1)));
    const effects = similar.map(
      (value, f) => (insights?.similarity ?? 0) * value + (insights?.microGenre ?? 0) * genre[f],
    );
    this.ofTitle.set(title.titleId, effects);
    return effects;
  }

  private regionEffects(viewer: number): Float64Array {
    const { seed } = this.world.settings;
    const region = regionOfViewer(this.world.viewers[viewer].memberId, seed);
    const known = this.ofRegion.get(region) ?? randomEffects(`region ${region}`, seed);
    this.ofRegion.set(region, known);
    return known;
  }

  private part(name: string, weight: number): { weight: number; effects: Float64Array } {
    return { weight, effects: randomEffects(name, this.world.settings.seed) };
  }
}

function wordsOf({ film: { keywords, genres } }: WorldTitle): string[] {
  return [...new Set([...keywords, ...genres.map((genre) => `genre ${genre.toLowerCase()}`)])];
}

/** Inverse document frequency, 0 for a word of one title: nobody could tell what it does. */
function rarityOf(titles: readonly WorldTitle[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const title of titles)
    for (const word of wordsOf(title)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, count < 2 ? 0 : Math.log(titles.length / count)]));
}

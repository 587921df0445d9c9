import { createRandom, type Random } from '@keyart/common';
import { FACETS, type ArtworkDescriptor, type Facet, type TasteProfile } from '@keyart/features';
import type { TrainingRow } from './training-row';

const SCENES = [
  'kiss station',
  'sword battle',
  'horse desert',
  'laughing friends',
  'dark stair',
  'star portrait',
];
const TAUGHT_FACETS: readonly Facet[] = ['romance', 'action', 'western', 'comedy', 'scary', 'star'];

/** A profile with these leanings and nothing else; for specs. */
export function tasteOf(version: string, facets: TasteProfile['facets']): TasteProfile {
  return { version, historyCount: 1, facets, loves: [], likes: [], avoids: [], people: [], eras: [] };
}

/** An artwork that shows one facet; for specs. */
export function artworkOf(titleId: string, index: number, facet: Facet): ArtworkDescriptor {
  const scene = SCENES[TAUGHT_FACETS.indexOf(facet)] ?? facet;
  return {
    artworkId: `${titleId}-${index}`,
    titleId,
    facets: { [facet]: 0.9 },
    caption: `${scene} in frame ${index}`,
    captionVersion: '1',
    isEditorialDefault: index === 0,
    look: null,
  };
}

/** Titles with one artwork for each of six facets; for specs. */
export function simulatedCatalogue(titleCount: number): ArtworkDescriptor[][] {
  return Array.from({ length: titleCount }, (_, t) =>
    TAUGHT_FACETS.map((facet, index) => artworkOf(`title-${t}`, index, facet)),
  );
}

/** Viewers with uniform leanings in [-1, 1] towards every facet; for specs. */
export function simulatedTastes(count: number, random: Random): TasteProfile[] {
  return Array.from({ length: count }, (_, i) =>
    tasteOf(`taste-${i}`, Object.fromEntries(FACETS.map((facet) => [facet, random.next() * 2 - 1]))),
  );
}

/** How a simulated log comes about. */
export interface SimulatedLogSettings {
  readonly seed: string;
  readonly rowCount: number;
  readonly catalogue: readonly (readonly ArtworkDescriptor[])[];
  readonly tastes: readonly TasteProfile[];
  /** Mean of the (Bernoulli) reward, clamped into [0, 1]. */
  readonly truth: (taste: TasteProfile, artwork: ArtworkDescriptor) => number;
  /** The logger's unnormalised preference, > 0. */
  readonly preference: (taste: TasteProfile, artwork: ArtworkDescriptor) => number;
}

/** A seeded log: viewer and title uniform, artwork by the logger's preference, reward by the truth; for specs. */
export function simulatedLog(settings: SimulatedLogSettings): TrainingRow[] {
  const { seed, rowCount, catalogue, tastes, truth, preference } = settings;
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random.next() * items.length)];
  return Array.from({ length: rowCount }, () => {
    const taste = pick(tastes);
    const artworks = pick(catalogue);
    const preferences = artworks.map((artwork) => preference(taste, artwork));
    const total = preferences.reduce((a, b) => a + b, 0);
    let left = random.next() * total;
    const found = preferences.findIndex((each) => (left -= each) < 0);
    const chosen = found < 0 ? artworks.length - 1 : found;
    return {
      taste,
      artwork: artworks[chosen],
      reward: random.next() < truth(taste, artworks[chosen]) ? 1 : 0,
      propensity: preferences[chosen] / total,
      candidateCount: artworks.length,
    };
  });
}

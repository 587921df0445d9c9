import { pick, pickIndex, type Random } from '@keyart/common';
import type { AffectEvent } from '../events/affect-event';
import type { SegmentName } from '../naming/archetypes';
import { TONE_FAMILY_NAMES, type ToneFamily } from '../vectors/tone-families';
import { normal } from './normal';
import { PLANTED_SEGMENTS, type ViewerTraits } from './planted-segments';
import { simulateEvents, type SimulatedViewer } from './simulate-events';
import { simulateTitles } from './simulated-titles';

/** A made-up population. */
export interface ViewerWorld {
  readonly viewerCount: number;
  /** Titles each viewer has to do with: as many at least and at most, small numbers more often. */
  readonly eventCounts: readonly [least: number, most: number];
  /** How far segments lie from the middle, times the planted distances; 0: there are none, viewers only differ. */
  readonly separation: number;
  /** How much viewers of one segment differ, in standard deviations; 1 when left out. */
  readonly spread?: number;
  readonly random: Random;
}

/** What they did, and which segment each was made from. */
export interface SimulatedViewers {
  readonly events: readonly AffectEvent[];
  /** Viewer → segment. */
  readonly planted: ReadonlyMap<string, SegmentName>;
}

const TITLE_COUNT = 400;
const GENRES_LIKED = 3;

function countBetween([least, most]: ViewerWorld['eventCounts'], random: Random): number {
  return Math.min(most, Math.floor(least * ((most + 1) / least) ** random.next()));
}

function around(centre: ViewerTraits, { separation, spread = 1, random }: ViewerWorld): ViewerTraits {
  const own = (mark: number): number => separation * mark + spread * normal(random);
  const tones = TONE_FAMILY_NAMES.map((family) => [family, own(centre.tones[family])]);
  return {
    leniency: own(centre.leniency),
    volatility: own(centre.volatility),
    intensity: own(centre.intensity),
    completion: own(centre.completion),
    constancy: own(centre.constancy),
    tones: Object.fromEntries(tones) as Record<ToneFamily, number>,
  };
}

/** Viewers of planted segments and their events; titles, viewers and all they do are drawn anew. */
export function simulateViewers(world: ViewerWorld): SimulatedViewers {
  const { viewerCount, eventCounts, random } = world;
  const titles = simulateTitles(TITLE_COUNT, random);
  const genres = titles.flatMap((title) => title.genres);
  const shares = PLANTED_SEGMENTS.map(({ share }) => share);
  const planted = new Map<string, SegmentName>();
  const events = Array.from({ length: viewerCount }, (_, i) => {
    const segment = PLANTED_SEGMENTS[pickIndex(shares, random)];
    const viewer: SimulatedViewer = {
      ...{ id: `viewer-${i}`, traits: around(segment.traits, world) },
      genres: Array.from({ length: GENRES_LIKED }, () => pick(genres, random)),
    };
    planted.set(viewer.id, segment.name);
    return simulateEvents(viewer, titles, { eventCount: countBetween(eventCounts, random), random });
  });
  return { events: events.flat(), planted };
}

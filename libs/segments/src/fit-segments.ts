import { createRandom } from '@keyart/common';
import { chooseK, type KChoice } from './clustering/choose-k';
import { kMeans } from './clustering/k-means';
import { softMembership } from './clustering/soft-membership';
import type { AffectEvent } from './events/affect-event';
import { checkEvents } from './events/check-events';
import { checkSettings } from './events/check-settings';
import { titlesOfViewers } from './events/viewer-titles';
import { ARCHETYPES } from './naming/archetypes';
import { nameCentroids } from './naming/name-centroids';
import { placeViewers, type Placement } from './place-viewers';
import { SMALLEST_CELL } from './privacy/suppress-small-cells';
import { segmentsOf } from './segments-of';
import type { SegmentModel } from './segment-model';
import { buildViewerVectors, scaledBy, type ViewerVectors } from './vectors/viewer-vectors';

/** What a fit rests on besides the events. */
export interface SegmentSettings {
  /** Equal seeds and events give equal segments. */
  readonly seed: string;
  /** The fit before this one, whose names are kept. */
  readonly previous?: SegmentModel;
  /** Viewers who do not want to be described: they are in nothing, not even in what others say of a title. */
  readonly optedOut?: ReadonlySet<string>;
  /** Titles a viewer must have to do with to be in a segment; 5 when left out. */
  readonly leastEventCount?: number;
  /** That many segments, whether they are there or not; left out: as many as there are. From 2 to 6. */
  readonly k?: number;
}

/** Segments, and where viewers are. */
export interface SegmentFit {
  readonly model: SegmentModel;
  /** All viewers who did not opt out, in the order of their ids. */
  readonly placements: readonly Placement[];
}

/** Fewer titles say too little to be in a segment. */
export const LEAST_EVENTS = 5;
/** Two segments that may be shown need as many viewers. */
export const LEAST_VIEWERS = 2 * SMALLEST_CELL;
const LARGEST_K = ARCHETYPES.length;

interface FittedPoints {
  readonly choice: KChoice;
  readonly settings: SegmentSettings;
  readonly vectors: ViewerVectors;
  readonly points: readonly Float64Array[];
}

function fitAround(k: number, { settings, vectors, points, choice }: FittedPoints): SegmentFit {
  const { seed, previous, leastEventCount = LEAST_EVENTS } = settings;
  const clustering = kMeans(points, { k, random: createRandom(`${seed}/segments`) });
  const before = previous?.segments.map(({ name, centroid }) => ({
    ...{
      name,
      scaled: scaledBy(
        vectors.features,
        vectors.features.map(({ feature }) => centroid[feature]),
      ),
    },
  }));
  const names = nameCentroids(clustering.centroids, before);
  const placements = placeViewers(vectors.vectors, {
    ...{ names, leastEventCount, membershipOf: softMembership(points, clustering) },
  });
  const model: SegmentModel = {
    ...{ schema: 'segment-model/1', seed, outcome: 'segments', viewerCount: points.length },
    ...{ features: vectors.features, stability: choice.rows },
    segments: segmentsOf({ names, placements, vectors }),
  };
  return { model, placements };
}

/**
 * Groups viewers by how they watch. Viewers become vectors shrunken to the population (`buildViewerVectors`), k-means finds groups, their number is
 * the most stable one (`chooseK`), archetypes give names (`nameCentroids`), discriminants soft memberships (`softMembership`). A population
 * without groups gets none. Deterministic by the seed, whatever the order of the events.
 * @param events checked; any number
 * @throws InputError `BAD_EVENT` naming row and field; `BAD_SEGMENT_SETTING`
 */
export function fitSegments(events: readonly AffectEvent[], settings: SegmentSettings): SegmentFit {
  checkEvents(events);
  checkSettings(settings, LARGEST_K);
  const { seed, optedOut, leastEventCount = LEAST_EVENTS } = settings;
  const viewers = titlesOfViewers(events.filter(({ viewer }) => !optedOut?.has(viewer)));
  const vectors = buildViewerVectors(viewers, leastEventCount);
  const points = vectors.vectors
    .filter(({ eventCount }) => eventCount >= leastEventCount)
    .map(({ scaled }) => scaled);
  const none = (outcome: 'too-few-viewers' | 'no-groups', choice: KChoice): SegmentFit => ({
    model: {
      ...{ schema: 'segment-model/1', seed, outcome, viewerCount: points.length },
      ...{ features: vectors.features, stability: choice.rows, segments: [] },
    },
    placements: placeViewers(vectors.vectors, null),
  });
  if (points.length < LEAST_VIEWERS) return none('too-few-viewers', { k: null, rows: [] });
  const random = createRandom(`${seed}/stability`);
  const choice =
    settings.k === undefined ? chooseK(points, { random, largestK: LARGEST_K }) : { k: settings.k, rows: [] };
  return choice.k === null
    ? none('no-groups', choice)
    : fitAround(choice.k, { settings, vectors, points, choice });
}

import { munkres } from 'munkres';
import { squaredDistance } from '../clustering/k-means';
import { FEATURE_INDEX, VIEWER_FEATURES, type ViewerFeature } from '../vectors/viewer-feature';
import { ARCHETYPES, type Archetype, type SegmentName } from './archetypes';

/** A centroid that has a name. */
export interface NamedCentroid {
  readonly name: SegmentName;
  /** As `ViewerVector.scaled`, `[features]`, by the scale of the centroids to be named. */
  readonly scaled: Float64Array;
}

/** So far from the middle, in standard deviations of viewers, lies the place that an archetype stands for. */
const ARCHETYPE_DISTANCE = 1.5;
/** Farther apart than that two fits' centroids are not the same segment. */
const SAME_SEGMENT_DISTANCE = 1.5;
/** What a rule must have against a name in use, in squared standard deviations: a whole archetype's distance. */
const KEPT_NAME_BONUS = ARCHETYPE_DISTANCE ** 2;

/** The place of an archetype, `[features]`. */
function prototypeOf({ marks }: Archetype): Float64Array {
  const place = new Float64Array(VIEWER_FEATURES.length);
  for (const [feature, mark] of Object.entries(marks)) place[FEATURE_INDEX[feature as ViewerFeature]] = mark;
  const length = Math.hypot(...place);
  return length === 0 ? place : place.map((mark) => (ARCHETYPE_DISTANCE * mark) / length);
}

const PROTOTYPES = ARCHETYPES.map(prototypeOf);

/** The column of each row in the one-to-one assignment of least cost (Kuhn 1955; Munkres 1957). */
function assignmentOf(costs: readonly (readonly number[])[]): Map<number, number> {
  // whatever is added to all costs changes nothing, and none is below 0
  const least = Math.min(0, ...costs.flat());
  return new Map(munkres(costs.map((row) => row.map((cost) => cost - least))));
}

/** Which name each centroid had in the previous fit. */
function namesBefore(
  centroids: readonly Float64Array[],
  previous: readonly NamedCentroid[],
): (SegmentName | undefined)[] {
  if (previous.length === 0) return centroids.map(() => undefined);
  const costs = centroids.map((centroid) => previous.map(({ scaled }) => squaredDistance(centroid, scaled)));
  const same = assignmentOf(costs);
  return centroids.map((_, i) => {
    const j = same.get(i);
    return j !== undefined && costs[i][j] <= SAME_SEGMENT_DISTANCE ** 2 ? previous[j].name : undefined;
  });
}

/**
 * Names centroids by the archetypes nearest to them, each name once, by the assignment with the least sum of squared distances. A segment that was there in
 * the previous fit keeps its name unless the rules speak clearly against it.
 * @param centroids at most as many as there are archetypes, `[k][features]`, as `ViewerVector.scaled`
 * @returns `[k]`
 */
export function nameCentroids(
  centroids: readonly Float64Array[],
  previous: readonly NamedCentroid[] = [],
): SegmentName[] {
  const before = namesBefore(centroids, previous);
  const names = assignmentOf(
    centroids.map((centroid, i) =>
      ARCHETYPES.map(
        ({ name }, j) =>
          squaredDistance(centroid, PROTOTYPES[j]) - (before[i] === name ? KEPT_NAME_BONUS : 0),
      ),
    ),
  );
  return centroids.map((_, i) => ARCHETYPES[names.get(i) ?? 0].name);
}

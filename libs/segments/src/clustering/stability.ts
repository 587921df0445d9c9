import type { Random } from '@keyart/common';
import { adjustedRandIndex } from './adjusted-rand-index';
import { kMeans, nearestCentroid } from './k-means';

/** How often and how hard a partition is found anew. */
export interface StabilitySettings {
  readonly k: number;
  readonly random: Random;
  /** Bootstrap samples, at least 2. */
  readonly refitCount: number;
}

/** Local optima would look like instability; a few starts are enough against them, and none need be followed to the end. */
const [RESTARTS, STEPS] = [4, 15] as const;

function resampled(points: readonly Float64Array[], random: Random): Float64Array[] {
  return points.map(() => points[Math.floor(random.next() * points.length)]);
}

/**
 * Mean adjusted Rand index over all pairs of refits on bootstrap samples, each extended to all points by the nearest centroid
 * (von Luxburg 2010, 2.1; Ben-Hur, Elisseeff & Guyon 2002). In [−1, 1]; 1: always the same partition.
 */
export function stabilityOf(points: readonly Float64Array[], settings: StabilitySettings): number {
  const { k, random, refitCount } = settings;
  const partitions = Array.from({ length: refitCount }, () => {
    const { centroids } = kMeans(resampled(points, random), {
      ...{ k, random, restartCount: RESTARTS, stepCount: STEPS },
    });
    return Int32Array.from(points, (point) => nearestCentroid(point, centroids));
  });
  let [sum, count] = [0, 0];
  partitions.forEach((a, i) =>
    partitions.slice(i + 1).forEach((b) => {
      sum += adjustedRandIndex(a, b);
      count++;
    }),
  );
  return sum / count;
}

import { pickIndex, type Random } from '@keyart/common';

/** Points around centroids. */
export interface Clustering {
  /** `[k][features]`. */
  readonly centroids: readonly Float64Array[];
  /** Of each point the nearest centroid, `[n]`. */
  readonly labels: Int32Array;
  /** Σ of squared distances to them. */
  readonly inertia: number;
}

/** How hard it is tried. */
export interface KMeansSettings {
  /** Number of centroids, at least 1. */
  readonly k: number;
  readonly random: Random;
  /** Starts of which the best is taken; 10 when left out. */
  readonly restartCount?: number;
}

const RESTARTS = 10;
/** Lloyd's steps end far earlier; a bound all the same. */
const MOST_STEPS = 100;

/** Squared Euclidean distance. */
export function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

/** The nearest centroid, the first of equals. */
export function nearestCentroid(point: Float64Array, centroids: readonly Float64Array[]): number {
  let [best, least] = [0, Infinity];
  for (let j = 0; j < centroids.length; j++) {
    const distance = squaredDistance(point, centroids[j]);
    if (distance < least) [best, least] = [j, distance];
  }
  return best;
}

/** k-means++: each next start with a chance in proportion to its squared distance (Arthur & Vassilvitskii 2007). */
function startCentroids(points: readonly Float64Array[], k: number, random: Random): Float64Array[] {
  const centroids = [Float64Array.from(points[Math.floor(random.next() * points.length)])];
  const distances = points.map((point) => squaredDistance(point, centroids[0]));
  while (centroids.length < k) {
    const next = distances.some((distance) => distance > 0) ? pickIndex(distances, random) : 0;
    const centroid = Float64Array.from(points[next]);
    centroids.push(centroid);
    for (let i = 0; i < points.length; i++)
      distances[i] = Math.min(distances[i], squaredDistance(points[i], centroid));
  }
  return centroids;
}

function assign(
  points: readonly Float64Array[],
  centroids: readonly Float64Array[],
  labels: Int32Array,
): number {
  let changeCount = 0;
  for (let i = 0; i < points.length; i++) {
    const label = nearestCentroid(points[i], centroids);
    if (label !== labels[i]) changeCount++;
    labels[i] = label;
  }
  return changeCount;
}

/** Moves each centroid to the mean of its points; one without points stays. */
function moveCentroids(
  points: readonly Float64Array[],
  labels: Int32Array,
  centroids: readonly Float64Array[],
): void {
  const counts = new Float64Array(centroids.length);
  const sums = centroids.map((centroid) => new Float64Array(centroid.length));
  for (let i = 0; i < points.length; i++) {
    const sum = sums[labels[i]];
    counts[labels[i]]++;
    for (let f = 0; f < sum.length; f++) sum[f] += points[i][f];
  }
  centroids.forEach((centroid, j) => {
    if (counts[j] > 0) centroid.set(sums[j].map((sum) => sum / counts[j]));
  });
}

function lloyd(points: readonly Float64Array[], k: number, random: Random): Clustering {
  const centroids = startCentroids(points, k, random);
  const labels = new Int32Array(points.length).fill(-1);
  for (let step = 0; step < MOST_STEPS && assign(points, centroids, labels) > 0; step++)
    moveCentroids(points, labels, centroids);
  const inertia = points.reduce((sum, point, i) => sum + squaredDistance(point, centroids[labels[i]]), 0);
  return { centroids, labels, inertia };
}

/**
 * k-means: k-means++ starts, Lloyd's steps (Lloyd 1982), the start with the least inertia. Deterministic by the random numbers.
 * With fewer different points than `k` some centroids coincide and have no points.
 * @param points at least one, `[n][features]`, finite
 */
export function kMeans(points: readonly Float64Array[], settings: KMeansSettings): Clustering {
  const { k, random, restartCount = RESTARTS } = settings;
  let best = lloyd(points, k, random);
  for (let restart = 1; restart < restartCount; restart++) {
    const next = lloyd(points, k, random);
    if (next.inertia < best.inertia) best = next;
  }
  return best;
}

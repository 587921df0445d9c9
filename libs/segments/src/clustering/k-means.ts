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
  /** Lloyd's steps after which a start is good enough; 100 when left out. */
  readonly stepCount?: number;
}

const RESTARTS = 10;
/** Of which the best becomes the next start. */
const START_DRAWS = 3;
/** Lloyd's steps mostly end far earlier. */
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

function nearer(distances: readonly number[], points: readonly Float64Array[], next: Float64Array): number[] {
  return distances.map((distance, i) => Math.min(distance, squaredDistance(points[i], next)));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * k-means++: each next start drawn by its squared distance (Arthur & Vassilvitskii 2007), the best of a few draws, which leaves bad
 * local optima rare.
 */
function startCentroids(points: readonly Float64Array[], k: number, random: Random): Float64Array[] {
  const centroids = [Float64Array.from(points[Math.floor(random.next() * points.length)])];
  let distances = points.map((point) => squaredDistance(point, centroids[0]));
  while (centroids.length < k) {
    const draws = Array.from({ length: START_DRAWS }, () => {
      const point = points[sumOf(distances) > 0 ? pickIndex(distances, random) : 0];
      return { point, after: nearer(distances, points, point) };
    });
    const best = draws.reduce((a, b) => (sumOf(b.after) < sumOf(a.after) ? b : a));
    centroids.push(Float64Array.from(best.point));
    distances = best.after;
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

function lloyd(
  points: readonly Float64Array[],
  { k, random, stepCount = MOST_STEPS }: KMeansSettings,
): Clustering {
  const centroids = startCentroids(points, k, random);
  const labels = new Int32Array(points.length).fill(-1);
  for (let step = 0; step < stepCount && assign(points, centroids, labels) > 0; step++)
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
  const { restartCount = RESTARTS } = settings;
  let best = lloyd(points, settings);
  for (let restart = 1; restart < restartCount; restart++) {
    const next = lloyd(points, settings);
    if (next.inertia < best.inertia) best = next;
  }
  return best;
}

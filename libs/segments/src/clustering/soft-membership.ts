import { cholesky, solveCholesky } from './cholesky';
import type { Clustering } from './k-means';

/** Points in clusters. */
type Clustered = Pick<Clustering, 'centroids' | 'labels'>;

/** Chances of a point to belong to each centroid, `[k]`, summing to 1. */
export type SoftMembership = (point: Float64Array) => Float64Array;

/** Added to each variance (features have about 1), so that a feature without any does not decide. */
const RIDGE = 0.05;

function pooledCovariance(points: readonly Float64Array[], { centroids, labels }: Clustered): Float64Array[] {
  const size = points[0].length;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  points.forEach((point, i) => {
    const away = point.map((value, f) => value - centroids[labels[i]][f]);
    for (let f = 0; f < size; f++)
      for (let g = 0; g < size; g++) covariance[f][g] += (away[f] * away[g]) / points.length;
  });
  for (let f = 0; f < size; f++) covariance[f][f] += RIDGE;
  return covariance;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, f) => sum + value * b[f], 0);
}

/** exp(x)/Σ exp(x), without overflow. */
function softmax(logits: readonly number[]): Float64Array {
  const most = Math.max(...logits);
  const weights = Float64Array.from(logits, (logit) => Math.exp(logit - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Posterior chances under one normal distribution a cluster, all with the covariance that k-means left within them (linear discriminants,
 * Fisher 1936; the first expectation step of a mixture). It mends what k-means cannot see: features that vary together within
 * segments. Further steps were measured to gain nothing.
 * @param points those that were clustered, `[n][features]`
 */
export function softMembership(points: readonly Float64Array[], clustering: Clustered): SoftMembership {
  const factor = cholesky(pooledCovariance(points, clustering));
  const counts = new Float64Array(clustering.centroids.length);
  clustering.labels.forEach((label) => counts[label]++);
  const discriminants = clustering.centroids.map((centroid, j) => {
    const weights = solveCholesky(factor, centroid);
    return { weights, level: Math.log(counts[j] / points.length) - dot(weights, centroid) / 2 };
  });
  return (point) => softmax(discriminants.map(({ weights, level }) => level + dot(weights, point)));
}

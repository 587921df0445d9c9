import {
  adjustedRandIndex,
  buildViewerVectors,
  softMembership,
  titlesOfViewers,
  VIEWER_FEATURES,
  type SegmentName,
  type SimulatedViewers,
} from '@keyart/segments';

function centroidsOf(points: readonly Float64Array[], labels: Int32Array, k: number): Float64Array[] {
  const counts = new Float64Array(k);
  const sums = Array.from({ length: k }, () => new Float64Array(VIEWER_FEATURES.length));
  points.forEach((point, i) => {
    counts[labels[i]]++;
    point.forEach((value, f) => (sums[labels[i]][f] += value));
  });
  return sums.map((sum, j) => sum.map((value) => value / Math.max(1, counts[j])));
}

/**
 * What the same vectors would give if the true segments were known: the adjusted Rand index of discriminants learnt from them. No grouping
 * that does not know them can hope for more.
 */
export function bestAri({ events, planted }: SimulatedViewers): number {
  const { vectors } = buildViewerVectors(titlesOfViewers(events), 1);
  const names = [...new Set(planted.values())];
  const points = vectors.map(({ scaled }) => scaled);
  const labels = Int32Array.from(vectors, ({ viewer }) => names.indexOf(planted.get(viewer) as SegmentName));
  const centroids = centroidsOf(points, labels, names.length);
  const membershipOf = softMembership(points, { centroids, labels });
  const found = Int32Array.from(points, (point) => {
    const chances = membershipOf(point);
    return chances.indexOf(Math.max(...chances));
  });
  return adjustedRandIndex(found, labels);
}

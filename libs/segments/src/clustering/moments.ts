/** Mean, covariance and skewness of points. */
export interface Moments {
  /** `[p]`. */
  readonly mean: Float64Array;
  /** `[p][p]`, by n. */
  readonly covariance: readonly Float64Array[];
  /** Of each feature, `[p]`; 0 where it has no variance. */
  readonly skewness: Float64Array;
}

/** @param points at least one, `[n][p]` */
export function momentsOf(points: readonly Float64Array[]): Moments {
  const size = points[0].length;
  const mean = new Float64Array(size);
  for (const point of points) for (let f = 0; f < size; f++) mean[f] += point[f] / points.length;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  const cubes = new Float64Array(size);
  for (const point of points) {
    for (let f = 0; f < size; f++) {
      const away = point[f] - mean[f];
      cubes[f] += away ** 3 / points.length;
      for (let g = 0; g < size; g++) covariance[f][g] += (away * (point[g] - mean[g])) / points.length;
    }
  }
  const skewness = cubes.map((cube, f) => (covariance[f][f] > 1e-18 ? cube / covariance[f][f] ** 1.5 : 0));
  return { mean, covariance, skewness };
}

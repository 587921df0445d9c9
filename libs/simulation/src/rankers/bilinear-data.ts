/** A logged outcome, by places in the lists of the fit. */
export interface BilinearRow {
  readonly viewer: number;
  readonly picture: number;
  readonly reward: number;
  /** Importance weight, > 0. */
  readonly weight: number;
}

/** What a bilinear model is fitted to and predicts from. */
export interface BilinearFeatures {
  /** Per viewer, `[V]`. */
  readonly viewers: readonly Float64Array[];
  /** Per picture, `[Z]`. */
  readonly pictures: readonly Float64Array[];
  /** Per picture, the title it belongs to. */
  readonly titleOf: Int32Array;
  readonly titleCount: number;
}

/** λ > 0 by kind of weight: the larger, the nearer to 0 it is held. */
export interface BilinearRidges {
  readonly interaction: number;
  readonly main: number;
  readonly artwork: number;
  readonly title: number;
  readonly viewer: number;
}

/** Of 60 to 6,000 tried for interactions on the default world, 2,000 to 6,000 close the most of the gap, warm and cold. */
export const DEFAULT_RIDGES: BilinearRidges = {
  interaction: 3000,
  main: 200,
  artwork: 60,
  title: 10,
  viewer: 10,
};

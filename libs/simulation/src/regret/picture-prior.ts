/** What is believed of a title's pictures before one of them was shown. */
export interface PicturePrior {
  /** Expected reward above the title's mean for each viewer, `[V][K]`, V as in the means. */
  readonly lifts: readonly ArrayLike<number>[];
  /** v ≥ 0: variance of a picture around its lift, the same for all viewers, reward². */
  readonly variance: number;
}

/** What is believed of titles and outcomes, the same whatever the prior of pictures. */
export interface RewardBelief {
  /** Mean reward of titles. */
  readonly mean: number;
  /** Variance of titles around it, > 0, reward². */
  readonly titleVariance: number;
  /** σ² > 0: variance of an outcome around its picture's mean. */
  readonly noise: number;
}

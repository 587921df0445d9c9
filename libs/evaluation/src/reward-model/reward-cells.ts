/** Rows with equal features, folded together: what a reward model is fitted on. */
export interface RewardCells {
  readonly cellCount: number;
  /** `[cellCount]`, the fold of the members in each, whole, in [0, foldCount). */
  readonly fold: Int32Array;
  readonly foldCount: number;
  /** One a categorical feature. */
  readonly categories: readonly CategoryColumn[];
  /** One a numeric feature, `[cellCount]`, finite. */
  readonly numbers: readonly Float64Array[];
  /** `[cellCount]`, rows in each, ≥ 1. */
  readonly rowCount: Float64Array;
  /** `[cellCount]`, sum of their rewards. */
  readonly rewardSum: Float64Array;
}

/** A feature with one of few values a cell. */
export interface CategoryColumn {
  /** `[cellCount]`, in [0, levelCount). */
  readonly level: Int32Array;
  readonly levelCount: number;
}

/** A linear model of rewards fitted without one fold: `intercept + Σ levels + Σ slopes · numbers`. */
export interface RidgeModel {
  readonly intercept: number;
  /** By category and level, `[categories.length][levelCount]`; 0 for levels that the other folds do not have. */
  readonly levels: readonly Float64Array[];
  /** By number, `[numbers.length]`. */
  readonly slopes: Float64Array;
}

/** Logged decisions, column by column; row `i` of each is one decision. */
export interface LogColumns {
  readonly rowCount: number;
  /** `[rowCount]`, the member of each row as a whole number in [0, clusterCount): rows of one member hang together. */
  readonly cluster: Int32Array;
  readonly clusterCount: number;
  /** `[rowCount]`, finite. */
  readonly reward: Float64Array;
  /** `[rowCount]`, of the logged action by the logging policy, in (0, 1]. */
  readonly propensity: Float64Array;
  /** `[rowCount]`, candidates there were, ≥ 1; null: not logged. */
  readonly candidateCount: Float64Array | null;
  /** `[rowCount]`, what a reward model expects of the logged action, made without that row's member; null: no model. */
  readonly prediction: Float64Array | null;
}

/** What a policy would have done in the same decisions. */
export interface PolicyColumns {
  /** `[rowCount]`, its probability of the logged action over the propensity, ≥ 0. */
  readonly weight: Float64Array;
  /** `[rowCount]`, Σ over candidates of its probability times the model's prediction; null: no model, or not all candidates known. */
  readonly expectedPrediction: Float64Array | null;
  /** `[rowCount]`, its probability of the logged action's facet over the logging policy's, ≥ 0; null: no facets. */
  readonly facetWeight: Float64Array | null;
}

/** What was measured of an LLM ranker before it may serve; what is left out was not measured. */
export interface ReleaseEvidence {
  /** Lower bound of the offline lift over production, a fraction. */
  readonly liftLowerBound?: number;
  /** Lower bound of the same lift on a log of a world in which nobody has a taste: nothing can be gained there. */
  readonly nullLiftLowerBound?: number;
  /** Choice: share of picks that change when the options are shifted, in [0, 1]. */
  readonly flipRate?: number;
  /** Pointwise: share of picks that stay when captions are reworded, in [0, 1]. */
  readonly pickStability?: number;
  /** Mean probability on the labels, in [0, 1]. */
  readonly labelMass?: number;
  /** Mean time of a prompt, milliseconds. */
  readonly promptMs?: number;
}

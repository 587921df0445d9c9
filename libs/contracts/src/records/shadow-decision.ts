/** What the production policy over a shadow model would have done in a decision that another model made. */
export interface ShadowDecisionRecord {
  readonly decisionId: string;
  /** The shadow model. */
  readonly modelVersion: string;
  /** Artwork id → probability; the eligible candidates of the decision, sums to 1. */
  readonly probabilities: Readonly<Record<string, number>>;
}

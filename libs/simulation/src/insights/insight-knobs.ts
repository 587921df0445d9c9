/** What title intelligence could find in a world, in logits of one standard deviation each, ≥ 0; all of it made up. */
export interface InsightKnobs {
  /** Traits are worth more or less on titles with the same keywords and genres. */
  readonly similarity: number;
  /** Traits are worth more or less on all titles of a micro-genre. */
  readonly microGenre: number;
  /** Pictures from scenes that hold viewers please. */
  readonly scene: number;
  /** Traits are worth more or less where a viewer lives. */
  readonly region: number;
}

/** A third of what one standard deviation of taste is worth on average over the facets of a picture. */
export const DEFAULT_INSIGHT_KNOBS: InsightKnobs = {
  similarity: 0.3,
  microGenre: 0.3,
  scene: 0.2,
  region: 0.15,
};

/** Pictures are worth the same whatever their title, scene and place: no insight may show a gain. */
export const NULL_INSIGHT_KNOBS: InsightKnobs = { similarity: 0, microGenre: 0, scene: 0, region: 0 };

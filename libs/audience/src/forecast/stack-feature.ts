/** What differs by country. */
export const MARKET_FEATURES = [
  ...(['base', 'origin', 'originRegion', 'originReach', 'home'] as const),
  ...(['knn', 'knnRegion', 'knnReach'] as const),
] as const;
/** What is the same in every country. */
export const TITLE_FEATURES = [
  ...(['unknownOrigin', 'age', 'isNew', 'series', 'seriesAge', 'newSeries'] as const),
  ...(['genreReach', 'peopleReach'] as const),
] as const;
/** What the stack weighs for a title in a country. Reaches, ages and kinds say how far a title goes, the rest where. */
export const STACK_FEATURES = [...MARKET_FEATURES, ...TITLE_FEATURES] as const;

/** One of them. */
export type StackFeature = (typeof STACK_FEATURES)[number];

/** Whether a feature differs by country. */
export function isMarketFeature(feature: StackFeature): feature is (typeof MARKET_FEATURES)[number] {
  return (MARKET_FEATURES as readonly string[]).includes(feature);
}

/**
 * The controlled vocabulary of what a picture or title is about. Order is part of the feature version:
 * new facets are appended, none is renamed or removed.
 */
export const FACETS = [
  'action',
  'adventure',
  'animals',
  'comedy',
  'dark',
  'drama',
  'ensemble',
  'family',
  'fantasy',
  'friendship',
  'lettering',
  'melancholy',
  'mystery',
  'romance',
  'scary',
  'science-fiction',
  'spectacle',
  'star',
  'war',
  'western',
  'crime',
  'music',
  'historical',
  'landscape',
] as const;

/** One facet of the vocabulary. */
export type Facet = (typeof FACETS)[number];

/** Facet → strength; absent means 0. Artworks and titles in [0, 1], tastes in [-1, 1]. */
export type FacetWeights = Readonly<Partial<Record<Facet, number>>>;

/** Each facet's share of the weights, `[F]`, summing to 1; zeros where there are none. */
export function facetShares(weights: FacetWeights): Float64Array {
  const strengths = Float64Array.from(FACETS, (facet) => weights[facet] ?? 0);
  const sum = strengths.reduce((total, strength) => total + strength, 0);
  return sum === 0 ? strengths : strengths.map((strength) => strength / sum);
}

/** Whether a text names a facet. */
export function isFacet(text: string): text is Facet {
  return (FACETS as readonly string[]).includes(text);
}

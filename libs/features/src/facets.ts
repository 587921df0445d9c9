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

/** Whether a text names a facet. */
export function isFacet(text: string): text is Facet {
  return (FACETS as readonly string[]).includes(text);
}

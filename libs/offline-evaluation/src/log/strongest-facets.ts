import { FACETS, type FacetWeights } from '@keyart/features';

/** An artwork of which nothing is known. */
const NONE = 'none';
/** An artwork that the catalogue does not have any more. */
const UNKNOWN = 'unknown';

/**
 * The one facet that stands for an artwork: its strongest, of equal ones the first of the vocabulary.
 * @param weights by artwork id
 * @returns a facet, `none` (it has none) or `unknown` (no such artwork); never empty
 */
export function strongestFacets(weights: ReadonlyMap<string, FacetWeights>): (artworkId: string) => string {
  const strongest = new Map([...weights].map(([artworkId, facets]) => [artworkId, strongestOf(facets)]));
  return (artworkId) => strongest.get(artworkId) ?? UNKNOWN;
}

function strongestOf(facets: FacetWeights): string {
  const strengths = FACETS.map((facet) => facets[facet] ?? 0);
  const most = Math.max(...strengths);
  return most > 0 ? FACETS[strengths.indexOf(most)] : NONE;
}

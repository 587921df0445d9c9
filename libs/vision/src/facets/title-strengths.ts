import { FACETS, facetsOfGenres, type Facet } from '@keyart/features';
import type { FacetSubject } from './facet-subject';

/** Every facet's strength in a title, in [0, 1]: its own facets where it has any, else those of its genres. */
export function titleStrengths({ facets, genres }: FacetSubject['title']): Record<Facet, number> {
  const known = FACETS.some((facet) => facets[facet]) ? facets : facetsOfGenres(genres);
  return Object.fromEntries(FACETS.map((facet) => [facet, bounded(known[facet])])) as Record<Facet, number>;
}

function bounded(strength: number | undefined): number {
  return Number.isFinite(strength) ? Math.min(1, Math.max(0, strength as number)) : 0;
}

import { FACETS, type Facet } from '@keyart/features';
import type { FacetEvidence } from './facet-evidence';
import type { FacetSubject } from './facet-subject';
import { pictureEvidence } from './picture-evidence';
import type { Nearness } from './prototype-nearness';
import { titleStrengths } from './title-strengths';

/** All that speaks of one facet of one picture, not weighed yet. */
export interface FacetSigns {
  readonly facet: Facet;
  /** Null: no words were read. */
  readonly nearness: Nearness | null;
  /** In [0, 1]. */
  readonly titleStrength: number;
  /** What the picture's features say. */
  readonly picture: readonly FacetEvidence[];
}

/**
 * `[24]`, in vocabulary order.
 * @param nearness of the words to every facet; null: no words were read
 */
export function facetSigns(
  { features, title }: Pick<FacetSubject, 'features' | 'title'>,
  nearness: ReadonlyMap<Facet, Nearness> | null,
): FacetSigns[] {
  const strengths = titleStrengths(title);
  const evidence = features ? pictureEvidence(features) : [];
  return FACETS.map((facet) => ({
    facet,
    nearness: nearness?.get(facet) ?? null,
    titleStrength: strengths[facet],
    picture: evidence.filter((sign) => sign.facet === facet),
  }));
}

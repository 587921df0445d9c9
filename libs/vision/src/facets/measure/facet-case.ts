import type { FacetStrengths } from '@keyart/contracts';
import type { FacetSigns } from '../facet-signs';

/** A picture whose facets somebody has said. */
export interface FacetCase {
  /** Cases of one title are never on both sides of a fit and its test: they share the title's facets and its world. */
  readonly titleId: string;
  /** From `FacetReader.gather`. */
  readonly signs: readonly FacetSigns[];
  /** Facets that the picture has; absent or 0: it has not. */
  readonly expected: FacetStrengths;
}

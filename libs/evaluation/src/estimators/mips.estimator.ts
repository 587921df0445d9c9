import type { Estimator } from './estimator';
import { meanOf } from './mean-of';

/**
 * Marginalised IPS, `En[w_f r]` with weights of what an artwork shows (its facet) instead of which artwork it is. Far less variance where
 * many artworks share few facets; biased as far as artworks of one facet earn differently.
 * Source: Saito & Joachims, Off-policy evaluation for large action spaces via embeddings, ICML 2022.
 */
export const MIPS: Estimator = meanOf(
  'mips',
  [
    {
      sql: 'facet_weight * reward',
      of: ({ reward }, { facetWeight }, i) => (facetWeight?.[i] ?? NaN) * reward[i],
    },
  ],
  ['facets'],
);

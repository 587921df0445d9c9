import { FACETS } from './facets';
import type { TasteProfile } from './taste-profile';

const vectors = new WeakMap<TasteProfile, Float64Array>();

/**
 * The viewer's side of the model: leanings in facet order, `[F]`, each in [-1, 1]; zeros for a new viewer.
 * Built once per profile object; do not write into it.
 */
export function tasteVector(taste: TasteProfile): Float64Array {
  const known = vectors.get(taste);
  if (known) return known;
  const vector = Float64Array.from(FACETS, (facet) => taste.facets[facet] ?? 0);
  vectors.set(taste, vector);
  return vector;
}

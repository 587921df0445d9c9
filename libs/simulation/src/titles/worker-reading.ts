import { FACETS, type FacetWeights } from '@keyart/features';
import type { ArtworkTruth } from '../truth/true-model';

/** From here on a worker's reading says a facet in full, below it in part. */
const CLEAR_STRENGTH = 0.7;
const PARTIAL_READING = 0.45;

/** The facets that a worker or an editor would read off a picture: which it shows, and whether clearly or in part. */
export function workerReading({ facets }: ArtworkTruth): FacetWeights {
  const said = FACETS.flatMap((facet, f) =>
    facets[f] > 0 ? [[facet, facets[f] > CLEAR_STRENGTH ? 1 : PARTIAL_READING] as const] : [],
  );
  return Object.fromEntries(said);
}

import { contentHash, pick, type Random } from '@keyart/common';
import { FACETS, type Facet, type FacetWeights, type TasteProfile } from '@keyart/features';
import { drawSome } from './draw-some';

/** Facets that a made-up viewer feels about. */
const FELT_COUNTS = [1, 2, 3, 4, 6] as const;
/** Feelings lie evenly between these. */
const [COLDEST, WARMEST] = [-0.45, 0.55];

/** A viewer nobody is. */
export interface MadeUpTaste {
  readonly taste: TasteProfile;
  /** What the viewer feels about. */
  readonly facets: readonly Facet[];
}

/** A viewer who feels about a few facets and about nothing else: what is asked of them is easier to learn. */
export function madeUpTaste(random: Random): MadeUpTaste {
  const facets = drawSome(FACETS, pick(FELT_COUNTS, random), random);
  const leanings: FacetWeights = Object.fromEntries(
    facets.map((facet) => [facet, COLDEST + (WARMEST - COLDEST) * random.next()]),
  );
  const nothing = { loves: [], likes: [], avoids: [], people: [], eras: [] };
  const version = contentHash(JSON.stringify(leanings), 16);
  return { facets, taste: { version, historyCount: 1, facets: leanings, ...nothing } };
}

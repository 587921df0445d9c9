import { FACETS, LIKED_PERSON, type TasteProfile } from '@keyart/features';
import type { TaughtPicture } from './taught';

/**
 * The content-based taste score: Σ_f leaning_f · strength_f, and .35 where the caption names one of the viewer's people.
 * Computed from what the service knows: the visible history and the picture's reading. About [-1, 1.5].
 */
export function contentScore({ facets: leanings, people }: TasteProfile, picture: TaughtPicture): number {
  const match = FACETS.reduce((sum, facet) => sum + (leanings[facet] ?? 0) * (picture.facets[facet] ?? 0), 0);
  return match + (people.some((name) => picture.caption.includes(name)) ? LIKED_PERSON : 0);
}

import { contentHash } from '@keyart/common';
import type { ArtworkDescriptor } from '@keyart/features';

const HASH_LENGTH = 16;

/**
 * Identity of a set of candidates as an LLM sees them: their ids and caption versions, whatever the order.
 * A caption that was reworded changes it, so scores of the old wording are not served.
 * @param artworks `[K]` in any order
 */
export function candidateSetHash(artworks: readonly ArtworkDescriptor[]): string {
  const parts = artworks.map(({ artworkId, captionVersion }) => `${artworkId}\u0000${captionVersion}`);
  return contentHash(parts.sort().join('\u0001'), HASH_LENGTH);
}

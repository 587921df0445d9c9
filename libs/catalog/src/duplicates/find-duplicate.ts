import type { ArtworkRecord } from '@keyart/contracts';
import { hashDistance, NEAR_DUPLICATE_DISTANCE } from '@keyart/vision';
import type { StoredPicture } from '../pictures/picture-store';

/** Another artwork that has the picture already. */
export interface DuplicatePicture {
  readonly artworkId: string;
  /** Bits of 64 in which the perceptual hashes differ; 0 for equal bytes too. */
  readonly distance: number;
}

/** What is compared of an artwork. */
export type ComparedArtwork = Pick<
  ArtworkRecord,
  'artworkId' | 'titleId' | 'aspect' | 'sha256' | 'perceptualHash'
>;

/** A picture of one colour has no outlines to compare. */
const HASH_OF_NOTHING = '0'.repeat(16);

/**
 * Finds the artwork that has an equal or near-equal picture already. Compared are artworks of the same title and aspect: the
 * same scene cut to another shape is wanted.
 * @param picture to be given to `artwork`
 * @param others artworks to look among; `artwork` itself may be one of them
 * @returns the nearest; null: none
 */
export function findDuplicate(
  picture: Pick<StoredPicture, 'sha256' | 'perceptualHash'>,
  artwork: Pick<ArtworkRecord, 'artworkId' | 'titleId' | 'aspect'>,
  others: readonly ComparedArtwork[],
): DuplicatePicture | null {
  const found = others
    .filter(({ artworkId }) => artworkId !== artwork.artworkId)
    .filter(({ titleId, aspect }) => titleId === artwork.titleId && aspect === artwork.aspect)
    .map((other) => ({ artworkId: other.artworkId, distance: distanceOf(picture, other) }))
    .filter(({ distance }) => distance <= NEAR_DUPLICATE_DISTANCE)
    .sort((a, b) => a.distance - b.distance);
  return found[0] ?? null;
}

function distanceOf(
  { sha256, perceptualHash }: Pick<StoredPicture, 'sha256' | 'perceptualHash'>,
  other: ComparedArtwork,
): number {
  if (other.sha256 === sha256) return 0;
  const hashes = [perceptualHash, other.perceptualHash];
  if (other.perceptualHash === null || hashes.includes(HASH_OF_NOTHING)) return Infinity;
  return hashDistance(perceptualHash, other.perceptualHash);
}

import type { ArtworkRecord } from '@keyart/contracts';
import type { ArtworksRepository } from '@keyart/db';
import { findDuplicate, type DuplicatePicture } from '../duplicates/find-duplicate';
import type { PictureStore, StoredPicture } from '../pictures/picture-store';

/** A picture on its way to an artwork. */
export interface GivenPicture {
  readonly artwork: Pick<ArtworkRecord, 'artworkId' | 'titleId' | 'aspect'>;
  readonly bytes: Buffer;
  /** What `inspectPicture` said of the bytes. */
  readonly picture: StoredPicture;
  /** Takes a picture that another artwork has already. */
  readonly allowsDuplicates: boolean;
}

/** Where pictures, and what is known of them, go. */
export interface PictureHome {
  readonly artworks: Pick<ArtworksRepository, 'listByTitle' | 'attachPictureUnless'>;
  readonly store: PictureStore;
}

/**
 * Keeps a picture and gives it to its artwork, which exists, unless another artwork has it already: nothing is kept then.
 * @returns that other artwork; null: the artwork has its picture
 * @throws DependencyError `PICTURE_NOT_STORED`
 * @throws NotFoundError `UNKNOWN_ARTWORK`
 */
export async function givePicture(
  { artwork, bytes, picture, allowsDuplicates }: GivenPicture,
  { artworks, store }: PictureHome,
): Promise<DuplicatePicture | null> {
  const duplicateAmong = (others: readonly ArtworkRecord[]): DuplicatePicture | null =>
    allowsDuplicates ? null : findDuplicate(picture, artwork, others);
  const known = duplicateAmong(await artworks.listByTitle(artwork.titleId));
  if (known) return known;
  await store.put(bytes, picture);
  // Asked again, because somebody may have given the same picture to another artwork in the meantime.
  return artworks.attachPictureUnless(artwork, picture, duplicateAmong);
}

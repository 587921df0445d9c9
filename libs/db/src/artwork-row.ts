import type { ArtworkRecord, Aspect, FacetStrengths, Maturity, ReviewState } from '@keyart/contracts';
import type { Artwork } from './generated/client';

/** Columns that are the database's own. */
type StoredArtwork = Omit<Artwork, 'createdAt' | 'updatedAt'>;

/** The record of a stored artwork; the words are trusted, the table checks them. */
export function artworkOf({ id, ...row }: StoredArtwork): ArtworkRecord {
  return {
    ...row,
    artworkId: id,
    aspect: row.aspect as Aspect,
    maturity: row.maturity as Maturity,
    reviewState: row.reviewState as ReviewState,
    facets: row.facets as FacetStrengths,
  };
}

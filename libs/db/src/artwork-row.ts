import type {
  ArtworkReadingSummary,
  ArtworkRecord,
  Aspect,
  FacetStrengths,
  Maturity,
  ReviewReason,
  ReviewState,
} from '@keyart/contracts';
import type { Artwork, ArtworkReading } from './generated/client';

type StoredReading = Pick<ArtworkReading, keyof ArtworkReadingSummary>;
/** Without the columns that are the database's own. */
type StoredArtwork = Omit<Artwork, 'createdAt' | 'updatedAt'> & { readonly reading: StoredReading | null };

/** What is selected of an artwork: all but the database's own columns, and the small part of its reading. */
export const ARTWORK_QUERY = {
  omit: { createdAt: true, updatedAt: true },
  include: { reading: { select: { sha256: true, look: true, description: true, suitability: true } } },
} as const;

/** The record of a stored artwork; the words are trusted, the table checks them. */
export function artworkOf({ id, ...row }: StoredArtwork): ArtworkRecord {
  return {
    ...row,
    artworkId: id,
    aspect: row.aspect as Aspect,
    maturity: row.maturity as Maturity,
    reviewState: row.reviewState as ReviewState,
    reviewReason: row.reviewReason as ReviewReason | null,
    facets: row.facets as FacetStrengths,
    reading: row.reading as unknown as ArtworkReadingSummary | null,
  };
}

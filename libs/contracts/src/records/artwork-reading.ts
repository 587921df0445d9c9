import type { PictureDescription } from './picture-description';
import type { PictureFeatures, PictureLook } from './picture-features';
import type { Suitability } from './suitability';

/** What the worker read off an artwork's picture so far. */
export interface ArtworkReading {
  readonly artworkId: string;
  /** The picture that was read; an artwork with another one since waits for a new reading. */
  readonly sha256: string;
  readonly features: PictureFeatures;
  readonly description: PictureDescription | null;
  readonly suitability: Suitability | null;
  readonly readAt: Date;
}

/** The part of a reading that deciding needs. */
export type ArtworkReadingSummary = Pick<ArtworkReading, 'sha256' | 'description' | 'suitability'> & {
  readonly look: PictureLook;
};

/** What was read off the picture that the artwork has now; null: nothing yet, or of a picture it has no more. */
export function currentReading({ sha256, reading }: ArtworkWithReading): ArtworkReadingSummary | null {
  return reading !== null && reading.sha256 === sha256 ? reading : null;
}

/** The part of an artwork's record that says which picture it has and which was read. */
interface ArtworkWithReading {
  readonly sha256: string | null;
  readonly reading: ArtworkReadingSummary | null;
}

import type { ManifestArtwork, ManifestTitle } from '@keyart/catalog';
import type { PictureDescription, PictureFeatures } from '@keyart/contracts';

/** What was read off a picture; null where nothing describes it. */
export interface PictureReading {
  readonly features: PictureFeatures;
  readonly description: PictureDescription | null;
}

/** Reads pictures the way the artwork worker does. */
export interface PictureReader {
  /**
   * @param bytes the file
   * @param artwork what an editor wrote of it; its facets must not be looked at
   * @param title what it belongs to
   */
  read(bytes: Buffer, artwork: ManifestArtwork, title: ManifestTitle): Promise<PictureReading>;
  close(): Promise<void>;
}

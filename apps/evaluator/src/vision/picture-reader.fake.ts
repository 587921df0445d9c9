import type { ManifestArtwork } from '@keyart/catalog';
import type { PictureReader, PictureReading } from './picture-reader';

/** Answers what it was told of each artwork, and fails for any other. */
export class FakePictureReader implements PictureReader {
  isClosed = false;

  constructor(private readonly readings: Readonly<Record<string, PictureReading>>) {}

  async read(_bytes: Buffer, { artworkId }: ManifestArtwork): Promise<PictureReading> {
    if (Object.hasOwn(this.readings, artworkId)) return this.readings[artworkId];
    throw new Error(`no reading of ${artworkId} was told`);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

import type { ProgressListener } from '@keyart/common';
import { judgePicture } from './accuracy/judge-picture';
import type { JudgedPicture } from './accuracy/judged-picture';
import type { LabelledArtwork } from './labels/read-artwork-labels';
import type { PictureReader } from './picture-reader';
import { readFixturePicture } from './read-fixture-picture';

/** What to measure on. */
export interface Measurement {
  /** Fixture folder. */
  readonly directory: string;
  readonly artworks: readonly LabelledArtwork[];
  readonly reader: PictureReader;
  /** Told after each picture. */
  readonly onProgress?: ProgressListener;
}

/**
 * Reads every picture, one after the other, and holds it against its label.
 * @throws CatalogInputError `BAD_FIXTURE` when a picture is missing or is not the labelled one
 */
export async function measureAccuracy(measurement: Measurement): Promise<JudgedPicture[]> {
  const { directory, artworks, reader, onProgress } = measurement;
  const judged: JudgedPicture[] = [];
  for (const { title, artwork, label } of artworks) {
    const reading = await reader.read(await readFixturePicture(directory, artwork), artwork, title);
    judged.push(judgePicture(label, reading));
    onProgress?.(judged.length / artworks.length, artwork.artworkId);
  }
  return judged;
}

import { decodePicture, type PictureDescriber } from '@keyart/vision';
import type { PictureStore } from '../pictures/picture-store';
import { findReadArtwork, type ReadingRepositories, type StepOutcome } from './reading-step';

/** What the step works with. */
export interface DescribePictureParts extends ReadingRepositories {
  readonly store: Pick<PictureStore, 'read'>;
  readonly describer: PictureDescriber;
}

/** What became of the step, and why a captioner's words are not there; null: they are, or none was asked. */
export interface DescribeOutcome extends StepOutcome {
  readonly captionerFailure: string | null;
}

/** Use case, second step of an artwork's flow: says in words what its picture shows, and which facets it has. */
export class DescribePicture {
  constructor(private readonly parts: DescribePictureParts) {}

  async run(artworkId: string): Promise<DescribeOutcome> {
    const { store, describer, readings } = this.parts;
    const found = await findReadArtwork(this.parts, artworkId);
    if (!found) return { outcome: 'gone', captionerFailure: null };
    const { artwork, title, reading } = found;
    const { sha256, features } = reading;
    // Only a captioner looks at the pixels.
    const rgb = async (sizePx: number) => (await decodePicture(await store.read(sha256))).rgb(sizePx);
    const caption = artwork.caption === '' ? null : artwork.caption;
    const { description, captionerFailure } = await describer.describe({
      picture: { rgb },
      features,
      caption,
      title,
    });
    const isKept = await readings.saveDescription(artworkId, sha256, description);
    return { outcome: isKept ? 'done' : 'gone', captionerFailure };
  }
}

import type { Clock } from '@keyart/common';
import type { ArtworkReading } from '@keyart/contracts';
import type { ArtworkReadingsRepository, ArtworksRepository } from '@keyart/db';
import { lookOf, type PictureReader } from '@keyart/vision';
import type { PictureStore } from '../pictures/picture-store';
import type { StepOutcome } from './reading-step';

/** What the step works with. */
export interface ReadPictureParts {
  readonly artworks: Pick<ArtworksRepository, 'findById'>;
  readonly readings: ArtworkReadingsRepository;
  readonly store: Pick<PictureStore, 'read'>;
  readonly reader: PictureReader;
  readonly clock: Clock;
}

/** Use case, first step of an artwork's flow: reads the features off its picture, unless these extractors did so already. */
export class ReadPicture {
  constructor(private readonly parts: ReadPictureParts) {}

  /** @throws an input error where the picture cannot be decoded, `PICTURE_NOT_FOUND` where the store has lost it */
  async run(artworkId: string): Promise<StepOutcome> {
    const { artworks, readings, store, reader, clock } = this.parts;
    const artwork = await artworks.findById(artworkId);
    if (!artwork?.sha256) return { outcome: 'gone' };
    const { sha256 } = artwork;
    if (isFresh(await readings.findByArtwork(artworkId), sha256, reader)) return { outcome: 'fresh' };
    const features = await reader.read(await store.read(sha256));
    const readAt = new Date(clock.nowMs());
    const isKept = await readings.saveFeatures({
      artworkId,
      sha256,
      features,
      look: lookOf(features),
      readAt,
    });
    return { outcome: isKept ? 'done' : 'gone' };
  }
}

function isFresh(reading: ArtworkReading | null, sha256: string, { versions }: PictureReader): boolean {
  if (reading?.sha256 !== sha256) return false;
  return Object.entries(versions).every(([name, version]) => reading.features.versions[name] === version);
}

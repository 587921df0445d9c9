import { Injectable } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import type { ArtworkRecord, ReadingUrgency, TitleRecord } from '@keyart/contracts';
import { ArtworksRepository, TitlesRepository } from '@keyart/db';
import { ReadingStarter } from './reading-starter';

/** Writes to the catalogue; once a call resolves, this process decides with what was written, and pictures are on their way to be read. */
@Injectable()
export class CatalogueWriter {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly artworks: ArtworksRepository,
    private readonly cache: CatalogueCache,
    private readonly readings: ReadingStarter,
  ) {}

  async saveTitle(title: TitleRecord): Promise<void> {
    await this.titles.upsert(title);
    await this.reload();
    await this.readings.startAll(title.titleId);
  }

  async saveArtwork(artwork: ArtworkRecord): Promise<void> {
    await this.artworks.upsert(artwork);
    await this.reload();
    await this.readings.start(artwork, 'usual');
  }

  /** The artwork was given a picture. */
  async pictureGiven(
    artwork: Pick<ArtworkRecord, 'artworkId' | 'sha256'>,
    urgency: ReadingUrgency,
  ): Promise<void> {
    await this.reload();
    await this.readings.start(artwork, urgency);
  }

  /** A refresh that was under way may have read before the write, so its successor is waited for too. */
  private async reload(): Promise<void> {
    await this.cache.refresh();
    await this.cache.refresh();
  }
}

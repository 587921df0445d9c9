import { Injectable } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import type { ArtworkRecord, TitleRecord } from '@keyart/contracts';
import { ArtworksRepository, TitlesRepository } from '@keyart/db';

/** Writes to the catalogue; once a call resolves, this process decides with what was written. */
@Injectable()
export class CatalogueWriter {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly artworks: ArtworksRepository,
    private readonly cache: CatalogueCache,
  ) {}

  async saveTitle(title: TitleRecord): Promise<void> {
    await this.titles.upsert(title);
    await this.reload();
  }

  async saveArtwork(artwork: ArtworkRecord): Promise<void> {
    await this.artworks.upsert(artwork);
    await this.reload();
  }

  /** Loads what was written elsewhere. A refresh that was under way may have read before, so its successor is waited for too. */
  async reload(): Promise<void> {
    await this.cache.refresh();
    await this.cache.refresh();
  }
}

import type { Logger } from '@keyart/common';
import { ArtworksRepository, TitlesRepository, type Database } from '@keyart/db';
import { CatalogueCache } from './catalogue-cache';

/** The catalogue of a database, not loaded yet; a process needs one. */
export function catalogueOf(database: Database, logger: Logger): CatalogueCache {
  const titles = new TitlesRepository(database);
  return new CatalogueCache({ titles, artworks: new ArtworksRepository(database), logger });
}

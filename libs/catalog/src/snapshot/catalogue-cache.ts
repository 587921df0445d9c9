import { DependencyError, RefreshedState, type Logger } from '@keyart/common';
import type { ArtworksRepository, TitlesRepository } from '@keyart/db';
import { CatalogueSnapshot } from './catalogue-snapshot';

/** Where the catalogue is read from, and who is told when that fails. */
export interface CatalogueCacheOptions {
  readonly titles: Pick<TitlesRepository, 'all'>;
  readonly artworks: Pick<ArtworksRepository, 'all' | 'latestChange'>;
  readonly logger: Logger;
}

/** Keeps the newest catalogue snapshot in memory; readers take one snapshot per request and never see it change. */
export class CatalogueCache extends RefreshedState {
  private snapshot: CatalogueSnapshot | null = null;
  private refreshing: Promise<boolean> | null = null;

  constructor(private readonly options: CatalogueCacheOptions) {
    super('the catalogue', options.logger);
  }

  /**
   * The snapshot of the last successful refresh.
   * @throws DependencyError `CATALOGUE_NOT_LOADED` (retryable) before the first one
   */
  current(): CatalogueSnapshot {
    if (this.snapshot) return this.snapshot;
    throw new DependencyError('CATALOGUE_NOT_LOADED', 'the catalogue was not loaded yet', true);
  }

  /** Reloads if the database has changed since the snapshot; whether it did. Concurrent callers share one reload. */
  refresh(): Promise<boolean> {
    this.refreshing ??= this.reload().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async reload(): Promise<boolean> {
    // Read before the rows: a change that lands between the two reads is then found by the next look.
    const version = await this.options.artworks.latestChange();
    if (version === this.snapshot?.version) return false;
    const [titles, artworks] = await Promise.all([this.options.titles.all(), this.options.artworks.all()]);
    this.snapshot = new CatalogueSnapshot({ version, titles, artworks });
    return true;
  }
}

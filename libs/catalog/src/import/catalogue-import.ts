import type { ProgressListener } from '@keyart/common';
import type { ArtworksRepository, TitlesRepository } from '@keyart/db';
import type { PictureFetch } from '../fetching/fetch-picture';
import type { PictureStore } from '../pictures/picture-store';

/** Where a catalogue comes from and goes to. */
export interface CatalogueImport {
  /** Folder with `manifest.json` and the pictures. */
  readonly directory: string;
  readonly repositories: {
    readonly titles: Pick<TitlesRepository, 'findById' | 'upsert'>;
    readonly artworks: Pick<
      ArtworksRepository,
      'findById' | 'listByTitle' | 'upsert' | 'attachPictureUnless'
    >;
  };
  readonly store: PictureStore;
  /** How pictures at addresses are fetched. */
  readonly fetch: PictureFetch;
  /** Whether the vocabulary has a facet of this name. */
  readonly isFacet: (name: string) => boolean;
  /** Looks at everything and writes nothing; default: writes. */
  readonly isDryRun?: boolean;
  /** Takes pictures that another artwork of the title has in that aspect; default: passes over them. */
  readonly allowsDuplicates?: boolean;
  /** Told after each artwork. */
  readonly onProgress?: ProgressListener;
  /** Told of each stored picture that was not read since; of pictures stored by an earlier, broken run too. */
  readonly onPictureStored?: (artworkId: string) => Promise<void>;
}

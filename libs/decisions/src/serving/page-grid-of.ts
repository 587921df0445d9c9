import type { CatalogueSnapshot } from '@keyart/catalog';
import type { DescriptorCache } from '../candidates/descriptor-cache';
import { PageGrid } from './page-grid';
import type { ViewerPage } from './viewer-page';
import type { RepeatedTitle } from './viewer-titles';

/** What hangs on a page before this request's own choices. */
export interface PageGridParts {
  readonly viewer: Pick<ViewerPage, 'placed'>;
  readonly repeated: readonly RepeatedTitle[];
  readonly snapshot: CatalogueSnapshot;
  readonly descriptors: DescriptorCache;
}

/** The page as earlier requests left it, with their titles at this request's places too. */
export function pageGridOf({ viewer, repeated, snapshot, descriptors }: PageGridParts): PageGrid {
  const grid = new PageGrid();
  const hang = (artworkId: string, places: Parameters<PageGrid['put']>[1]): void => {
    const artwork = snapshot.artwork(artworkId);
    if (artwork) grid.put(descriptors.of(artwork), places);
  };
  for (const picture of viewer.placed) hang(picture.artworkId, [picture]);
  for (const { record, places } of repeated) hang(record.artworkId, places);
  return grid;
}

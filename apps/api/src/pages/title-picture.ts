import { ineligibleReasons, type CatalogueSnapshot } from '@keyart/catalog';
import type { Surface, TitleRecord } from '@keyart/contracts';
import { pictureUrl } from '../catalogue/picture-url';

const SURFACE: Surface = { aspect: '16:9', locale: 'en', region: 'US', device: 'web', maturity: '18' };

/** The editor's default, or else the first that may be shown to everybody; null: there is none. */
export function titlePicture(title: TitleRecord, catalogue: CatalogueSnapshot, nowMs: number): string | null {
  const shown = catalogue
    .artworksOf(title.titleId)
    .filter((artwork) => ineligibleReasons({ artwork, title, surface: SURFACE, nowMs }).length === 0);
  const picture = shown.find(({ isEditorialDefault }) => isEditorialDefault) ?? shown.at(0);
  return picture ? pictureUrl(picture) : null;
}

import { createRandom, type Random } from '@keyart/common';
import type { ArtworkRecord, TitleRecord } from '@keyart/contracts';
import { FACETS } from '@keyart/features';
import { aTitle, anArtwork } from '../support/record.factory';

/** A catalogue of made-up titles. */
export interface MadeCatalogue {
  readonly titles: readonly TitleRecord[];
  readonly artworks: readonly ArtworkRecord[];
}

/** How large, and from which seed. */
export interface CatalogueSize {
  readonly titleCount: number;
  /** Eligible artworks a title on a 16:9 surface in English. */
  readonly artworkCount: number;
  /** Adds one artwork a title that may not be shown. */
  readonly withIneligible?: boolean;
  readonly seed: string;
}

const FACETS_A_PICTURE = 3;
const PICTURE = {
  sha256: 'ab'.repeat(32),
  widthPx: 960,
  heightPx: 540,
  sizeBytes: 1_000,
  mediaType: 'image/jpeg',
};

/** Titles with artworks of random facets; equal seeds make equal catalogues. */
export function aCatalogue(size: CatalogueSize): MadeCatalogue {
  const random = createRandom(`catalogue/${size.seed}`);
  const titles = Array.from({ length: size.titleCount }, (_, i) =>
    aTitle({ titleId: `title-${i}`, name: `Title ${i}` }),
  );
  return { titles, artworks: titles.flatMap(({ titleId }) => artworksOf(titleId, size, random)) };
}

function artworksOf(titleId: string, size: CatalogueSize, random: Random): ArtworkRecord[] {
  const shown = Array.from({ length: size.artworkCount }, (_, i) =>
    anArtwork({
      ...{ ...PICTURE, titleId, artworkId: `${titleId}-${i}`, isEditorialDefault: i === 0 },
      ...{ facets: someFacets(random), caption: `Picture ${i} of ${titleId}` },
    }),
  );
  const expired = anArtwork({
    titleId,
    artworkId: `${titleId}-x`,
    rightsUntil: new Date('2021-01-01T00:00:00Z'),
  });
  return size.withIneligible ? [...shown, expired] : shown;
}

/** Random facets with strengths in [0, 1). */
export function someFacets(random: Random): Record<string, number> {
  const picked = Array.from(
    { length: FACETS_A_PICTURE },
    () => FACETS[Math.floor(random.next() * FACETS.length)],
  );
  return Object.fromEntries(picked.map((facet) => [facet, random.next()]));
}

import type { ArtworkRecord, Surface, TitleRecord } from '@keyart/contracts';

const UNKNOWN_ORIGIN = { tags: [], originCountries: [], originalLanguage: null } as const;

/** A title for everybody; `over` replaces fields. For specs. */
export function someTitle(over: Partial<TitleRecord> = {}): TitleRecord {
  const words = { name: 'Harbour', synopsis: 'Ships come in.', genres: ['Drama'] };
  return {
    titleId: 'harbour',
    year: 1951,
    maturity: '0',
    facets: {},
    cast: [],
    ...UNKNOWN_ORIGIN,
    ...words,
    ...over,
  };
}

/** An artwork that may be shown on `SOME_SURFACE`; `over` replaces fields. For specs. */
export function someArtwork(over: Partial<ArtworkRecord> = {}): ArtworkRecord {
  return {
    artworkId: 'harbour-ship',
    titleId: 'harbour',
    sha256: 'ab'.repeat(32),
    widthPx: 960,
    heightPx: 540,
    sizeBytes: 1_000,
    mediaType: 'image/jpeg',
    ...{ perceptualHash: null, blurhash: null, dominantColour: null },
    aspect: '16:9',
    locale: null,
    rightsFrom: null,
    rightsUntil: null,
    maturity: '0',
    isSpoiler: false,
    isEditorialDefault: false,
    reviewState: 'approved',
    ...{ reviewReason: null, framePositionFraction: null, shownPeople: [], reading: null },
    caption: 'A ship',
    captionVersion: 'c1',
    facets: {},
    isDrawn: true,
    origin: 'drawn',
    author: 'keyart',
    licence: 'CC0-1.0',
    ...over,
  };
}

/** A television in Lisbon for ages up to 12. For specs. */
export const SOME_SURFACE: Surface = {
  aspect: '16:9',
  locale: 'pt-PT',
  region: 'PT',
  device: 'tv',
  maturity: '12',
};

import { ineligibleReasons, type CatalogueSnapshot } from '@keyart/catalog';
import type { ArtworkReading, ArtworkRecord, Surface, TitleRecord } from '@keyart/contracts';
import { altOf } from '../../apps/api/src/decisions/answer-of';
import type { GalleryArtwork, GalleryTitle } from '../../apps/api/src/pages/report-data';
import { reportPictureOf } from './report-cards';

/** Readings by artwork id. */
export type ReadingsById = ReadonlyMap<string, ArtworkReading>;

interface Judge {
  readonly readings: ReadingsById;
  readonly surface: Omit<Surface, 'aspect'>;
  readonly nowMs: number;
}

/** A picture is judged on a slot of its own shape: the gallery shows every aspect. */
function galleryArtwork(
  artwork: ArtworkRecord,
  title: TitleRecord,
  { surface, nowMs, readings }: Judge,
): GalleryArtwork {
  const reasons = ineligibleReasons({
    artwork,
    title,
    surface: { ...surface, aspect: artwork.aspect },
    nowMs,
  });
  const { artworkId, caption, facets, aspect, licence, author } = artwork;
  return {
    ...{ artworkId, caption, facets, aspect, licence, author, reasons },
    src: reportPictureOf(artworkId),
    alt: altOf(caption, title.name),
    isEligible: reasons.length === 0,
    reading: readings.get(artworkId) ?? null,
  };
}

/** Every picture of the catalogue, with why it may or may not be shown to an adult who reads English. */
export function galleryOf(catalogue: CatalogueSnapshot, judge: Judge): GalleryTitle[] {
  return catalogue.titles.map((title) => {
    const { titleId, name: titleName, year, genres, synopsis } = title;
    const artworks = catalogue.artworksOf(titleId).map((artwork) => galleryArtwork(artwork, title, judge));
    return { titleId, titleName, year, genres, synopsis, artworks };
  });
}

import type { ArtworkReading, ArtworkRecord, TitleRecord } from '@keyart/contracts';
import type { ArtworkReadingsRepository, ArtworksRepository, TitlesRepository } from '@keyart/db';

/** What became of a step of an artwork's flow. */
export interface StepOutcome {
  /**
   * `done`; `fresh`: was done before; `gone`: the artwork has no picture, another one, or is no more: whoever changed it started
   * a flow of its own.
   */
  readonly outcome: 'done' | 'fresh' | 'gone';
}

/** Where steps after the first find what they go on from. */
export interface ReadingRepositories {
  readonly artworks: Pick<ArtworksRepository, 'findById'>;
  readonly titles: Pick<TitlesRepository, 'findById'>;
  readonly readings: ArtworkReadingsRepository;
}

/** An artwork whose present picture was read. */
export interface ReadArtwork {
  readonly artwork: ArtworkRecord;
  readonly title: TitleRecord;
  readonly reading: ArtworkReading;
}

/** The artwork with its title and the reading of its present picture; null where there is none of these. */
export async function findReadArtwork(
  { artworks, titles, readings }: ReadingRepositories,
  artworkId: string,
): Promise<ReadArtwork | null> {
  const artwork = await artworks.findById(artworkId);
  const reading = await readings.findByArtwork(artworkId);
  if (!artwork || !reading || reading.sha256 !== artwork.sha256) return null;
  const title = await titles.findById(artwork.titleId);
  return title && { artwork, title, reading };
}

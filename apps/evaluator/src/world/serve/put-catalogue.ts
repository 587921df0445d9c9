import { inLanes, type ProgressListener } from '@keyart/common';
import type { ArtworkDto, TitleDto } from '@keyart/contracts';
import { facetsOfGenres, type ArtworkDescriptor, type FacetWeights } from '@keyart/features';
import { workerReading, type WorldTitle } from '@keyart/simulation';
import type { ServiceClient } from './service-client';
import { standInPicture } from './stand-in-picture';

/** Who says which facets a picture shows: nobody, so that its caption has to do; or an editor, who names those it really shows. */
export const FACET_SOURCES = ['none', 'editor'] as const;

/** One of them. */
export type FacetSource = (typeof FACET_SOURCES)[number];

const LANE_COUNT = 4;
const LONGEST_TEXT = 2_000;
const MADE_UP = {
  isDrawn: true,
  origin: 'a world with known truth',
  author: 'keyart',
  licence: 'CC0-1.0',
} as const;

function titleOf({ film: { name, year, genres, synopsis } }: WorldTitle): TitleDto {
  return {
    ...{ name, year, genres: [...genres], maturity: '0', facets: facetsOfGenres(genres) },
    synopsis: synopsis.slice(0, LONGEST_TEXT),
  };
}

function artworkOf(
  { titleId, caption, isEditorialDefault }: ArtworkDescriptor,
  facets: FacetWeights,
): ArtworkDto {
  return {
    ...{ titleId, caption, isEditorialDefault, facets, aspect: '16:9', maturity: '0', isSpoiler: false },
    ...{ reviewState: 'approved', ...MADE_UP },
  };
}

async function putTitle(client: ServiceClient, title: WorldTitle, facets: FacetSource): Promise<void> {
  await client.ask({ method: 'PUT', path: `/v1/titles/${title.titleId}`, body: titleOf(title) });
  for (const [at, artwork] of title.artworks.entries()) {
    const said = facets === 'editor' ? workerReading(title.truths[at]) : {};
    const path = `/v1/artworks/${artwork.artworkId}`;
    await client.ask({ method: 'PUT', path, body: artworkOf(artwork, said) });
    const png = await standInPicture(artwork);
    await client.ask({ method: 'PUT', path: `${path}/image?duplicates=allow&urgency=bulk`, png });
  }
}

/** What is put into the service, and what it is told of pictures. */
export interface CatalogueToPut {
  readonly titles: readonly WorldTitle[];
  readonly facets: FacetSource;
  readonly progress: ProgressListener;
}

/** Puts titles and artworks, approved and each with a stand-in picture, into the service; returns how many artworks. */
export async function putCatalogue(
  client: ServiceClient,
  { titles, facets, progress }: CatalogueToPut,
): Promise<number> {
  let doneCount = 0;
  await inLanes(titles, LANE_COUNT, async (title) => {
    await putTitle(client, title, facets);
    progress(++doneCount / titles.length, title.film.name);
  });
  return titles.reduce((sum, { artworks }) => sum + artworks.length, 0);
}

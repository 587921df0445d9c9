import { createRandom, hash32 } from '@keyart/common';
import { kernelPools } from '../captions/kernels-of-facet';
import type { WorldSource } from '../source/source';
import type { FacetStrengthVector } from '../truth/film-facets';
import { isDrawnOut } from '../viewers/build-viewers';
import type { WorldSettings } from '../world';
import { drawArtworks } from './draw-artworks';
import type { WorldTitle } from './world-title';

function ratingCounts({ films, ratings }: WorldSource): number[] {
  const counts = new Map<string, number>();
  for (const { filmId } of ratings) counts.set(filmId, (counts.get(filmId) ?? 0) + 1);
  return films.map(({ filmId }) => counts.get(filmId) ?? 0);
}

/**
 * The catalogue: the source's most rated films, each with its pictures.
 * @param filmFacets per film of the source
 */
export function buildTitles(
  source: WorldSource,
  settings: WorldSettings,
  filmFacets: readonly FacetStrengthVector[],
): WorldTitle[] {
  const { seed, knobs, titleCount, coldTitleFraction } = settings;
  const counts = ratingCounts(source);
  const drawing = { knobs, pools: kernelPools(hash32(seed, 1)) };
  const places = counts
    .map((count, at) => ({ count, at }))
    .sort((a, b) => b.count - a.count || a.at - b.at)
    .slice(0, titleCount);
  return places.map(({ count, at }) => {
    const film = source.films[at];
    const titleId = `film-${film.filmId}`;
    const isCold = isDrawnOut(film.filmId, coldTitleFraction, `${seed}/cold`);
    const title = { titleId, film, facets: filmFacets[at], isCold };
    const drawn = drawArtworks(drawing, title, createRandom(`${seed}/artworks/${film.filmId}`));
    return {
      ...{ titleId, film, filmIndex: at, isCold, ratingCount: count },
      artworks: drawn.map(({ artwork }) => artwork),
      truths: drawn.map(({ truth }) => truth),
    };
  });
}

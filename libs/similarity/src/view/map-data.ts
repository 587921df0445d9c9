import type { BuiltMap, MapCommunity } from '../map/build-title-map';
import { reasonsFor, type SimilarityReasons } from '../neighbours/reasons';
import type { TitleVectors } from '../vectors/build-title-vectors';

/** A title as the map page shows it. */
export interface ShownTitle {
  readonly name: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly communities: readonly number[];
  /** Address of a picture; null: none. */
  readonly picture: string | null;
  /** Places of similar titles and why they are, most similar first. */
  readonly similar: readonly { readonly at: number; readonly why: string }[];
}

/** Everything the map page shows. */
export interface MapData {
  readonly titles: readonly ShownTitle[];
  readonly communities: readonly MapCommunity[];
}

const SHOWN_NEIGHBOURS = 6;
const MOST_REASONS = 5;

/** What two titles share, in a line: keywords and genres first, then words. */
export function reasonLine({ shared, words }: SimilarityReasons): string {
  const all = [...shared.tag, ...shared.genre, ...shared.person, ...words];
  return [...new Set(all)].slice(0, MOST_REASONS).join(', ');
}

/** The page's data. @param pictureOf address of a title's picture; null: none */
export function mapDataOf(
  vectors: TitleVectors,
  { map, neighbours }: BuiltMap,
  pictureOf: (titleId: string) => string | null,
): MapData {
  const titles = map.titles.map(({ titleId, x, y, communities }, i) => {
    const { name, year, genres } = vectors.titles[i];
    const from = i * neighbours.k;
    const near = [...neighbours.places.subarray(from, from + SHOWN_NEIGHBOURS)].filter((at) => at >= 0);
    const similar = near.map((at) => ({ at, why: reasonLine(reasonsFor(vectors, i, at)) }));
    return { ...{ name, year, genres, x, y, communities, similar }, picture: pictureOf(titleId) };
  });
  return { titles, communities: map.communities };
}

import type { World, WorldTitle } from '@keyart/simulation';
import {
  buildTitleVectors,
  exactNeighbours,
  findMicroGenres,
  rowOf,
  type SimilarityTitle,
} from '@keyart/similarity';
import type { TitleSimilarity } from '@keyart/transfer';

/** What title intelligence makes of a world's titles; titles are named by their places. */
export interface WorldIntelligence {
  readonly similarity: TitleSimilarity;
  /** Micro-genres in common, over the root of the product of their numbers (a cosine). */
  readonly microGenre: TitleSimilarity;
  /** Slugs, most specific first, `[titles]`. */
  readonly microGenres: readonly (readonly string[])[];
}

const NEIGHBOUR_COUNT = 40;

function similarityTitle({ titleId, film }: WorldTitle): SimilarityTitle {
  const { name, year, synopsis, genres, keywords, cast } = film;
  return { titleId, name, year, synopsis, genres, tags: keywords, people: cast, originCountries: [] };
}

function byVectors(titles: readonly SimilarityTitle[], seed: string): TitleSimilarity {
  const { rows } = buildTitleVectors(titles, { seed });
  const { k, places, similarities } = exactNeighbours(rows, NEIGHBOUR_COUNT);
  return {
    similarity: (a, b) => {
      const other = rowOf(rows, Number(b));
      return Math.max(
        0,
        rowOf(rows, Number(a)).reduce((sum, value, d) => sum + value * other[d], 0),
      );
    },
    neighbours: (title) =>
      Array.from({ length: k }, (_, j) => Number(title) * k + j)
        .filter((at) => places[at] >= 0)
        .map((at) => ({ title: places[at], similarity: similarities[at] })),
  };
}

function bySlugs(slugs: readonly (readonly string[])[]): TitleSimilarity {
  const members = new Map<string, number[]>();
  slugs.forEach((own, title) =>
    own.forEach((slug) => members.set(slug, [...(members.get(slug) ?? []), title])),
  );
  const sets = slugs.map((own) => new Set(own));
  const similarity = (a: string | number, b: string | number): number => {
    const [own, other] = [sets[Number(a)], sets[Number(b)]];
    const shared = [...own].filter((slug) => other.has(slug)).length;
    return shared === 0 ? 0 : shared / Math.sqrt(own.size * other.size);
  };
  return {
    similarity,
    neighbours: (title) => {
      const others = new Set([...sets[Number(title)]].flatMap((slug) => members.get(slug) ?? []));
      others.delete(Number(title));
      return [...others]
        .map((other) => ({ title: other, similarity: similarity(title, other) }))
        .sort((a, b) => b.similarity - a.similarity || a.title - b.title)
        .slice(0, NEIGHBOUR_COUNT);
    },
  };
}

/** The similarity map and the micro-genres of a world's films, as the service would make them of its catalogue. */
export function worldIntelligence({ titles, settings }: World): WorldIntelligence {
  const described = titles.map(similarityTitle);
  const microGenres = findMicroGenres(described).titles.map(({ slugs }) => slugs);
  return { similarity: byVectors(described, settings.seed), microGenre: bySlugs(microGenres), microGenres };
}

import { buildTitleVectors, findMicroGenres, type SimilarityTitle } from '@keyart/similarity';
import type { World, WorldTitle } from '@keyart/simulation';
import { similarityOfSets, similarityOfVectors, type InsightSources } from '@keyart/transfer';

/** What title intelligence makes of a world's titles. */
export interface WorldIntelligence extends InsightSources {
  /** Title id → slugs, most specific first. */
  readonly microGenres: ReadonlyMap<string, readonly string[]>;
}

function similarityTitle({ titleId, film }: WorldTitle): SimilarityTitle {
  const { name, year, synopsis, genres, keywords, cast } = film;
  return { titleId, name, year, synopsis, genres, tags: keywords, people: cast, originCountries: [] };
}

/** The similarity map and the micro-genres of a world's films, as the service would make them of its catalogue. */
export function worldIntelligence({ titles, settings }: World): WorldIntelligence {
  const described = titles.map(similarityTitle);
  const found = findMicroGenres(described).titles;
  return {
    similarity: similarityOfVectors(buildTitleVectors(described, { seed: settings.seed })),
    microGenre: similarityOfSets(new Map(found.map(({ titleId, slugs }) => [titleId, new Set(slugs)]))),
    microGenres: new Map(found.map(({ titleId, slugs }) => [titleId, slugs])),
  };
}

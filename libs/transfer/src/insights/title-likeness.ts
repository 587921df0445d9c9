import { buildTitleVectors, findMicroGenres, type SimilarityTitle } from '@keyart/similarity';
import { similarityOfSets } from '../kriging/similarity-of-sets';
import { similarityOfVectors } from '../kriging/similarity-of-vectors';
import type { InsightSources } from './fit-insights';

/** Kinds of likeness, and what one of them is made of. */
export interface TitleLikeness extends InsightSources {
  /** Title id → micro-genres, most specific first. */
  readonly slugsOf: ReadonlyMap<string, readonly string[]>;
}

/** How titles resemble each other, for transfer between them: by synopsis and facts, and by micro-genres in common. */
export function titleLikeness(titles: readonly SimilarityTitle[], seed: string): TitleLikeness {
  const found = findMicroGenres(titles).titles;
  return {
    similarity: similarityOfVectors(buildTitleVectors(titles, { seed })),
    microGenre: similarityOfSets(new Map(found.map(({ titleId, slugs }) => [titleId, new Set(slugs)]))),
    slugsOf: new Map(found.map(({ titleId, slugs }) => [titleId, slugs])),
  };
}

import type { TitleRecord } from '@keyart/contracts';
import { buildTitleVectors, findMicroGenres, type SimilarityTitle } from '@keyart/similarity';
import { similarityOfSets, similarityOfVectors, type InsightSources } from '@keyart/transfer';

/** Kinds of likeness, and what one of them is made of. */
export interface TitleLikeness extends InsightSources {
  /** Title id → micro-genres, most specific first. */
  readonly slugsOf: ReadonlyMap<string, readonly string[]>;
}

const SEED = 'insights/1';

function similarityTitleOf(title: TitleRecord): SimilarityTitle {
  const { titleId, name, year, synopsis, genres, tags, originCountries, cast } = title;
  const people = cast.map((person) => person.name);
  return { titleId, name, year, synopsis, genres, tags, originCountries, people };
}

/** How the titles of a catalogue resemble each other, for transfer between them: by synopsis and facts, and by micro-genres in common. */
export function titleLikeness(titles: readonly TitleRecord[]): TitleLikeness {
  const described = titles.map(similarityTitleOf);
  const found = findMicroGenres(described).titles;
  return {
    similarity: similarityOfVectors(buildTitleVectors(described, { seed: SEED })),
    microGenre: similarityOfSets(new Map(found.map(({ titleId, slugs }) => [titleId, new Set(slugs)]))),
    slugsOf: new Map(found.map(({ titleId, slugs }) => [titleId, slugs])),
  };
}

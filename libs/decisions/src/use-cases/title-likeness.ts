import type { TitleRecord } from '@keyart/contracts';
import { buildTitleVectors, findMicroGenres, type SimilarityTitle } from '@keyart/similarity';
import { similarityOfSets, similarityOfVectors, type InsightSources } from '@keyart/transfer';

const SEED = 'insights/1';

function similarityTitleOf(title: TitleRecord): SimilarityTitle {
  const { titleId, name, year, synopsis, genres, tags, originCountries, cast } = title;
  const people = cast.map((person) => person.name);
  return { titleId, name, year, synopsis, genres, tags, originCountries, people };
}

/** How the titles of a catalogue resemble each other, for transfer between them: by synopsis and facts, and by micro-genres in common. */
export function titleLikeness(titles: readonly TitleRecord[]): InsightSources {
  const described = titles.map(similarityTitleOf);
  const found = findMicroGenres(described).titles;
  return {
    similarity: similarityOfVectors(buildTitleVectors(described, { seed: SEED })),
    microGenre: similarityOfSets(new Map(found.map(({ titleId, slugs }) => [titleId, new Set(slugs)]))),
  };
}

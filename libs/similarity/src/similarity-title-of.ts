import type { TitleRecord } from '@keyart/contracts';
import type { SimilarityTitle } from './similarity-title';

/** What similarity and micro-genres read of a title of the catalogue. */
export function similarityTitleOf(title: TitleRecord): SimilarityTitle {
  const { titleId, name, year, synopsis, genres, tags, cast, originCountries } = title;
  return {
    ...{ titleId, name, year, synopsis, genres, originCountries },
    tags: tags.map((tag) => tag.toLowerCase()),
    people: [...cast].sort((a, b) => a.billing - b.billing).map((person) => person.name),
  };
}

import { findMicroGenres, type FoundMicroGenres, type SimilarityTitle } from '@keyart/similarity';

/** What a thread does: this is its entry file. */
export function findInThread(titles: readonly SimilarityTitle[]): FoundMicroGenres {
  return findMicroGenres(titles);
}

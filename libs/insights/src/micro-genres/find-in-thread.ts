import type { FoundMicroGenres, SimilarityTitle } from '@keyart/similarity';
import Piscina from 'piscina';
import { threadEntry } from '../thread-entry';

/** Finds micro-genres. */
export type MicroGenreFinder = (titles: readonly SimilarityTitle[]) => Promise<FoundMicroGenres>;

/**
 * Finds micro-genres in a thread of its own: half a minute of arithmetic for 30,000 titles would otherwise hold up the queue.
 * @throws DependencyError `NO_MAP_THREAD` where the project is not built
 */
export const findMicroGenresInThread: MicroGenreFinder = async (titles) => {
  const filename = threadEntry('micro-genres/micro-genre-thread.js');
  const pool = new Piscina<readonly SimilarityTitle[], FoundMicroGenres>({
    ...{ filename, name: 'findInThread', maxThreads: 1 },
  });
  try {
    return await pool.run(titles);
  } finally {
    await pool.destroy();
  }
};

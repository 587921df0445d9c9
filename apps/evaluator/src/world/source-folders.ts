import { access } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@keyart/common';

/** Folders of the public data sets that a world is built on. */
export interface SourceFolders {
  /** MovieLens latest-small: `movies.csv`, `ratings.csv`, `links.csv`. */
  readonly movielens: string;
  /** TMDB 5000: `tmdb_5000_movies.csv`. */
  readonly tmdb: string;
  /** Wikipedia film lists by decade: `movies-*.json`. */
  readonly wikipedia: string;
}

/** Files that must be there, by folder. */
const FILES: Readonly<Record<keyof SourceFolders, readonly string[]>> = {
  movielens: ['movies.csv', 'ratings.csv', 'links.csv'],
  tmdb: ['tmdb_5000_movies.csv'],
  wikipedia: ['movies-1990s.json'],
};

/** @throws InputError `MISSING_WORLD_SOURCE` naming option and file */
export async function checkSourceFolders(folders: SourceFolders): Promise<void> {
  for (const [option, files] of Object.entries(FILES) as [keyof SourceFolders, readonly string[]][]) {
    for (const file of files) {
      const wanted = path.join(folders[option], file);
      await access(wanted).catch(() => {
        throw new InputError('MISSING_WORLD_SOURCE', `--${option}: ${wanted} is not there`);
      });
    }
  }
}

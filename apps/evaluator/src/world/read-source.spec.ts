import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TemporaryFolder } from '@keyart/common';
import { readSource } from './read-source';

const TMDB_ROW =
  '7,"[{""id"": 18, ""name"": ""Drama""}]","[{""id"": 1, ""name"": ""Love""}]","A letter, lost."';

describe('readSource', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.make('world-source');
  });
  afterEach(() => folder.remove());

  const put = async (name: string, text: string): Promise<void> => {
    const file = path.join(folder.path, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const putAll = async (ratings: string): Promise<void> => {
    await put(
      'movies.csv',
      'movieId,title,genres\n1,"Letter, The (1999)",Romance\n2,Unknown (1950),Drama\n3,Far West (1961),(no genres listed)\n',
    );
    await put('links.csv', 'movieId,imdbId,tmdbId\n1,1,7\n2,2,\n3,3,\n');
    await put('ratings.csv', ratings);
    await put('tmdb_5000_movies.csv', `id,genres,keywords,overview\n${TMDB_ROW}\n`);
    const west = {
      title: 'Far West',
      year: 1960,
      genres: ['Western'],
      cast: ['Ann Lee'],
      extract: 'A ride.',
    };
    await put('movies-1990s.json', '[]');
    await put('movies-1960s.json', JSON.stringify([west]));
  };
  const read = (): ReturnType<typeof readSource> =>
    readSource({ movielens: folder.path, tmdb: folder.path, wikipedia: folder.path });

  it('joins the catalogues and leaves out films, and their ratings, that neither knows', async () => {
    await putAll('userId,movieId,rating,timestamp\n5,1,4.5,1000\n5,2,3,2000\n5,3,2,3000\n');
    const { films, ratings } = await read();
    expect(films).toEqual([
      {
        ...{ filmId: '1', name: 'The Letter', year: 1999, genres: ['Romance', 'Drama'], keywords: ['love'] },
        ...{ cast: [], synopsis: 'A letter, lost.' },
      },
      {
        ...{
          filmId: '3',
          name: 'Far West',
          year: 1961,
          genres: ['Western'],
          keywords: [],
          cast: ['Ann Lee'],
        },
        synopsis: 'A ride.',
      },
    ]);
    expect(ratings).toEqual([
      { viewerId: '5', filmId: '1', stars: 4.5, atMs: 1_000_000 },
      { viewerId: '5', filmId: '3', stars: 2, atMs: 3_000_000 },
    ]);
  });

  it('says which column another version of the data lacks', async () => {
    await putAll('user,movieId,rating,timestamp\n5,1,4.5,1000\n');
    await expect(read()).rejects.toThrow(/not what was expected: .*userId/s);
  });
});

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TemporaryFolder } from '@keyart/common';
import { readCorpus } from './read-corpus';

const EXTRACT = 'A rider crosses a desert to bring home the horses that were stolen from his father’s ranch.';
const film = (title: string, year: number, more: object = {}) => ({
  ...{ title, year, genres: ['Western'], cast: ['Ann Lee'], extract: EXTRACT, href: title.replace(' ', '_') },
  ...more,
});
const TMDB_HEAD = 'title,release_date,keywords,production_countries';

describe('readCorpus', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.make('corpus');
  });
  afterEach(() => folder.remove());

  const put = (name: string, text: string) => writeFile(path.join(folder.path, name), text);
  const films = (...all: object[]) => put('movies-1990s.json', JSON.stringify(all));
  const read = (more: object = {}) =>
    readCorpus({ wikipedia: folder.path, tmdb: folder.path }, { seed: 's', ...more });

  it('joins keywords by name and year, and leaves out films without genres or text', async () => {
    await films(
      film('Far West', 1991),
      film('Near East', 1990),
      film('No Text', 1990, { extract: 'A ride.' }),
      film('No Genre', 1990, { genres: [] }),
    );
    const tags =
      '"[{""id"": 1, ""name"": ""Stolen Horse""}]","[{""iso_3166_1"": ""US"", ""name"": ""USA""}]"';
    await put(
      'tmdb_5000_movies.csv',
      `${TMDB_HEAD}\nFAR WEST!,1990-05-01,${tags}\nNear East,1980-01-01,${tags}\n`,
    );
    expect(await read()).toEqual([
      {
        ...{
          titleId: 'Near_East/1990',
          name: 'Near East',
          year: 1990,
          synopsis: EXTRACT,
          genres: ['Western'],
        },
        ...{ people: ['Ann Lee'], tags: [], originCountries: [] },
      },
      {
        ...{ titleId: 'Far_West/1991', name: 'Far West', year: 1991, synopsis: EXTRACT, genres: ['Western'] },
        ...{ people: ['Ann Lee'], tags: ['stolen horse'], originCountries: ['US'] },
      },
    ]);
    expect((await read({ isTagged: true })).map(({ name }) => name)).toEqual(['Far West']);
  });

  it('draws the same titles for the same seed', async () => {
    await films(...Array.from({ length: 30 }, (_, i) => film(`Film ${i}`, 1990)));
    await put('tmdb_5000_movies.csv', `${TMDB_HEAD}\nx,1990-01-01,[],[]\n`);
    const names = async (seed: string) => (await read({ count: 8, seed })).map(({ name }) => name);
    expect(await names('a')).toEqual(await names('a'));
    expect(await names('a')).not.toEqual(await names('b'));
  });

  it('says which file is missing, and what another version of the data lacks', async () => {
    await expect(read()).rejects.toThrow(/--wikipedia: .*movies-1990s\.json is not there/);
    await films(film('Far West', 1991));
    await expect(read()).rejects.toThrow(/--tmdb: .*tmdb_5000_movies\.csv is not there/);
    await put('tmdb_5000_movies.csv', 'name,year\nx,1\n');
    await expect(read()).rejects.toMatchObject({ code: 'BAD_CORPUS' });
  });
});

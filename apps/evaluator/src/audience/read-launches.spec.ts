import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chartLaunches, launchKey } from './chart-launches';
import { countryOfName } from './country-of-name';
import { readLaunches } from './read-launches';

const WEEKS = ['2024-01-07', '2024-01-14', '2024-01-21', '2024-01-28', '2024-02-04', '2024-02-11'];

/** Every country publishes each week a filler; the others chart as told. */
function chartLines(told: readonly string[]): string[] {
  const fillers = ['AR', 'GB'].flatMap((country) =>
    WEEKS.map((week) => `${country}\t${country}\t${week}\tFilms\t9\tFiller\tN/A\t1`),
  );
  return [
    'country_name\tcountry_iso2\tweek\tcategory\tweekly_rank\tshow_title\tseason_title\tcumulative',
    ...fillers,
    ...told,
  ];
}

const CATALOGUE = [
  'show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description',
  's1,Movie,"Señor Night",,"A One, B Two","Mexico, South Korea",,2022,,,"Dramas, International Movies","A ""night"" out."',
  's2,TV Show,Twice,,,United States,,2024,,,TV Dramas,One.',
  's3,TV Show,Twice,,,Atlantis,,2024,,,TV Dramas,Another.',
  's4,TV Show,Only TV,,,France,,,,,Kids’ TV,Kids.',
];

describe('readLaunches', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'launches-'))));
  afterEach(() => rm(folder, { recursive: true }));

  async function read(told: readonly string[]) {
    await writeFile(path.join(folder, 'countries_2024.tsv'), chartLines(told).join('\n'));
    await writeFile(path.join(folder, 'netflix_titles.csv'), CATALOGUE.join('\n'));
    return readLaunches({ top10: folder, titles: folder });
  }

  it('joins by kind and name, whatever the accents, and counts what it leaves out', async () => {
    const { data, join } = await read([
      'Argentina\tAR\t2024-01-14\tFilms\t1\tSenor Night\tN/A\t1',
      'Argentina\tAR\t2024-01-14\tTV\t1\tTwice\tTwice: Season 1\t1',
      'Argentina\tAR\t2024-01-14\tFilms\t2\tOnly TV\tN/A\t1',
    ]);
    expect(data.titles).toMatchObject([
      {
        ...{ titleId: 's1', firstWeek: '2024-01-14', markets: [1, 0], ageYears: 2, isSeries: false },
        ...{ originCountries: ['MX', 'KR'], genres: ['drama'], people: ['A One', 'B Two'] },
      },
    ]);
    expect(join).toMatchObject({
      ...{ chartNameCount: 4, joinedCount: 1, unfinishedCount: 0, ambiguousCount: 1, otherKindCount: 1 },
      unknownOrigins: { Atlantis: 1 },
    });
  });

  it('does not judge a title whose weeks are not over', async () => {
    const { data, join } = await read(['Argentina\tAR\t2024-02-04\tFilms\t1\tSeñor Night\tN/A\t1']);
    expect(data.titles).toEqual([]);
    expect(join.unfinishedCount).toBe(1);
  });

  it('names files that are not there, columns that are others and countries that are none', async () => {
    await expect(readLaunches({ top10: folder, titles: folder })).rejects.toThrow('--top10');
    await expect(read(['UK\tUK\t2024-01-07\tFilms\t1\tX\tN/A\t1'])).rejects.toThrow('ISO 3166-1: UK');
    await writeFile(path.join(folder, 'netflix_titles.csv'), 'id,name\n1,x');
    await expect(readLaunches({ top10: folder, titles: folder })).rejects.toThrow('netflix_titles.csv');
  });
});

describe('chartLaunches', () => {
  const row = (country: string, week: string, name: string) =>
    ({ country, week, category: 'Films', name }) as const;

  it('tells apart what did not chart and where no chart was published', () => {
    const { launches, countries } = chartLaunches([
      ...WEEKS.map((week) => row('AR', week, 'Filler')),
      ...WEEKS.slice(0, 3).map((week) => row('RU', week, 'Filler')),
      ...[row('AR', WEEKS[0], 'Early'), row('AR', WEEKS[1], 'Late'), row('RU', WEEKS[0], 'Late')],
    ]);
    expect(countries).toEqual(['AR', 'RU']);
    expect(launches.get(launchKey(false, 'Early'))?.markets).toEqual([1, -1]);
    expect(launches.get(launchKey(false, 'late'))?.markets).toEqual([1, 1]);
  });

  it('does not count what entered after the horizon', () => {
    const { launches } = chartLaunches([
      ...WEEKS.flatMap((week) => [row('AR', week, 'Filler'), row('GB', week, 'Filler')]),
      ...[row('AR', WEEKS[0], 'Slow'), row('GB', WEEKS[4], 'Slow')],
    ]);
    expect(launches.get(launchKey(false, 'Slow'))?.markets).toEqual([1, 0]);
  });
});

describe('countryOfName', () => {
  it('knows ISO’s names, common ones and states that are no more', () => {
    expect(['United Kingdom', 'South Korea', 'Soviet Union', 'Atlantis'].map(countryOfName)).toEqual([
      ...['GB', 'KR', 'RU', null],
    ]);
  });
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localisationPlan, missingOf, TRACK_KINDS, trackKey } from '@keyart/audience';
import { COUNTRY_CODES } from '@keyart/contracts';
import { LOCALISATION_FOLDER, loadLocalisationData } from './load-localisation-data';

/** Countries of the weekly top lists that Netflix published, 2021-07-04 to 2022-06-26. */
const LISTED = (
  'AE AR AT AU BD BE BG BH BO BR BS CA CH CL CO CR CY CZ DE DK DO EC EE EG ES FI FR GB GP GR GT HK HN HR HU ID IE IL IN IS IT JM JO ' +
  'JP KE KR KW LB LK LT LU LV MA MQ MT MU MV MX MY NC NG NI NL NO NZ OM PA PE PH PK PL PT PY QA RE RO RS RU SA SE SG SI SK SV TH TR ' +
  'TT TW UA US UY VE VN ZA'
).split(' ');

/** Rows of a file as they are written. */
interface Written {
  readonly sources: Record<string, unknown>;
  readonly rows: Record<string, unknown>[];
}

describe('the market data that come with the project', () => {
  it('tell all that a plan needs of each of the 94 listed countries', async () => {
    const { markets, costs, assumptions } = await loadLocalisationData();
    expect(LISTED).toHaveLength(94);
    expect([...markets.keys()]).toEqual(LISTED);
    expect([...markets.values()].flatMap((market) => missingOf(market))).toEqual([]);
    for (const { country, languages } of markets.values()) {
      const home = languages.filter(({ role }) => role === 'home').reduce((sum, { share }) => sum + share, 0);
      expect({ country, isFair: home >= 0.6 && home <= 1 + 1e-9 }).toEqual({ country, isFair: true });
    }
    const spoken = [...markets.values()].flatMap(({ languages }) =>
      languages.map(({ language }) => language),
    );
    const unpriced = spoken.flatMap((language) => TRACK_KINDS.map((kind) => trackKey({ kind, language })));
    expect(unpriced.filter((key) => !costs.has(key))).toEqual([]);
    const title = { titleId: 't', name: 'T', originalLanguage: 'ko', artworkLocales: [] };
    const forecast = LISTED.map((country, index) => ({
      ...{ country, probability: 0.1, low: 0.05, high: 0.2, rank: index + 1, observed: null },
    }));
    const plan = await localisationPlan({ title, forecast, markets, costs, assumptions, existing: [] });
    expect(plan.unknown).toEqual([]);
    expect(plan.items.length).toBeGreaterThan(10);
  });

  it('say of every figure that it is a guess, or where it comes from', async () => {
    for (const name of ['markets', 'streaming', 'languages', 'modes', 'costs', 'assumptions']) {
      const { sources, rows } = JSON.parse(
        await readFile(path.join(LOCALISATION_FOLDER, `${name}.json`), 'utf8'),
      ) as Written;
      expect(rows.length).toBeGreaterThan(0);
      for (const { basis, source, country = 'DE' } of rows) {
        expect(basis === 'assumption' ? source === undefined : Object.hasOwn(sources, String(source))).toBe(
          true,
        );
        expect(COUNTRY_CODES).toContain(country);
      }
    }
  });
});

describe('loadLocalisationData', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'keyart-markets-'));
    await cp(LOCALISATION_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const change = async (file: string, edit: (written: Written) => void): Promise<void> => {
    const place = path.join(folder, file);
    const written = JSON.parse(await readFile(place, 'utf8')) as Written;
    edit(written);
    await writeFile(place, JSON.stringify(written));
  };

  it.each<[string, (written: Written) => void, string]>([
    [
      'markets.json',
      ({ rows }) => (rows[2].country = 'UK'),
      'markets.json rows[2].country: must be a country of ISO',
    ],
    [
      'markets.json',
      ({ rows }) => (rows[0].people = -5),
      'markets.json rows[0].people: must be a positive number',
    ],
    [
      'streaming.json',
      ({ rows }) => (rows[1].fraction = 1.2),
      'rows[1].fraction: must not be greater than 1',
    ],
    [
      'languages.json',
      ({ rows }) => (rows[0].language = 'deu'),
      'rows[0].language: must be a language of ISO 639-1',
    ],
    ['languages.json', ({ rows }) => (rows[3].share = '0.1'), 'languages.json rows[3].share: '],
    ['languages.json', ({ rows }) => (rows[0].share = 1), 'with it, languages at home of AE add up to '],
    ['modes.json', ({ rows }) => (rows[0].fraction = 0.9), 'with it, dub and subtitle of AE add up to 1.550'],
    ['costs.json', ({ rows }) => delete rows[0].perMinute, 'costs.json rows[0].perMinute: is missing'],
    ['costs.json', ({ rows }) => rows.push({ ...rows[0] }), ' subtitle:af stands in rows[0] already'],
    ['costs.json', ({ rows }) => (rows[0].colour = 'red'), 'rows[0].colour: is not a field of this file'],
    ['costs.json', ({ rows }) => delete rows[0].basis, 'costs.json rows[0].basis: is missing'],
    ['markets.json', ({ rows }) => (rows[0].source = 'hearsay'), 'hearsay is none of the file’s sources'],
    ['markets.json', ({ rows }) => delete rows[0].source, 'markets.json rows[0].source: is missing'],
    [
      'markets.json',
      ({ sources }) => (sources.cldr = ''),
      'markets.json sources.cldr: must say what the source is',
    ],
    ['streaming.json', ({ rows }) => (rows[0].source = 'x'), 'is named, but the basis is assumption'],
    ['assumptions.json', ({ rows }) => void rows.shift(), 'assumptions.json rows: runtimeMinutes is missing'],
    [
      'assumptions.json',
      ({ rows }) => (rows[1].value = 2),
      'rows[1].value: watchFraction must not be above 1',
    ],
    [
      'assumptions.json',
      ({ rows }) => (rows[0].name = 'luck'),
      'assumptions.json rows[0].name: must be one of',
    ],
  ])('names file, row and field: %s %s', async (file, edit, message) => {
    await change(file, edit);
    const failing = loadLocalisationData(folder);
    await expect(failing).rejects.toMatchObject({ code: 'BAD_LOCALISATION_DATA' });
    await expect(failing).rejects.toThrow(message);
  });

  it.each([
    ['{', 'modes.json: is no JSON'],
    ['[]', 'modes.json: is no JSON object'],
    ['{"schema":"localisation-modes/2","about":"a","sources":{},"rows":[]}', 'modes.json schema: '],
  ])('refuses %s', async (text, message) => {
    await writeFile(path.join(folder, 'modes.json'), text);
    await expect(loadLocalisationData(folder)).rejects.toThrow(message);
  });

  it('tells many faults in few words, and a folder that is not there', async () => {
    await change('languages.json', ({ rows }) => rows.forEach((row) => (row.share = -1)));
    await expect(loadLocalisationData(folder)).rejects.toThrow(/; and \d{3} more$/);
    await expect(loadLocalisationData(path.join(folder, 'none'))).rejects.toThrow('cannot be read');
  });

  it('takes a country of which a file says nothing', async () => {
    await change('streaming.json', ({ rows }) => void rows.shift());
    expect((await loadLocalisationData(folder)).markets.get('AE')).toMatchObject({ streamingFraction: null });
  });
});

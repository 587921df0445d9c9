import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandLine } from './command-line.factory';

const countryOf = (country: string, probability: number, more: object = {}) => ({
  ...{ country, probability, low: probability / 2, high: 1, rank: 1, observed: null },
  ...more,
});
const FILE = { titleId: 'dark', titleName: 'Dark', originalLanguage: 'de' };

describe('keyart localisation plan', () => {
  const line = commandLine();
  let folder = '';

  beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'keyart-plan-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const plan = async (content: object, ...options: string[]): Promise<number> => {
    const file = path.join(folder, 'forecast.json');
    await writeFile(file, JSON.stringify({ ...FILE, ...content }));
    return line.run('localisation', 'plan', '--forecast', file, ...options);
  };
  const countries = [countryOf('DE', 0.9), countryOf('ES', 0.5), countryOf('CN', 0.2)];

  it('prints a table for people', async () => {
    expect(await plan({ countries }, '--budget', '9000', '--existing', 'dub:ca')).toBe(0);
    expect(line.printed).toContain('Dark: ');
    expect(line.printed).toMatch(/1 +Subtitles in Spanish +[\d,]+ +[\d,]+–[\d,]+ +\$/);
    expect(line.printed).toContain('Most people have its language at home in: DE');
    expect(line.printed).toContain('Not planned for: CN (no data: market)');
    expect(line.printed).toContain('Assumed: 100 minutes');
  });

  it('prints JSON', async () => {
    expect(
      await plan({ countries }, '--json', '--countries', 'ES', '--kinds', 'dub', '--minutes', '50'),
    ).toBe(0);
    const { items, runtimeMinutes, unknown, originalLanguage } = JSON.parse(line.printed);
    expect({ runtimeMinutes, unknown, originalLanguage }).toEqual({
      ...{ runtimeMinutes: 50, unknown: [], originalLanguage: 'de' },
    });
    expect(items[0]).toMatchObject({ kind: 'dub', language: 'es', cost: 75 * 50 });
  });

  it.each<[object, string[], string]>([
    [{ countries }, ['--budget', 'much'], '--budget much: must be a number in [0, '],
    [{ countries }, ['--existing', 'dub'], '--existing dub: must be written like dub:de'],
    [
      { countries },
      ['--countries', 'UK'],
      '--countries UK is no country of ISO 3166-1 alpha-2: the United Kingdom is GB',
    ],
    [{ countries }, ['--kinds', 'radio'], '--kinds radio: must be some of'],
    [{ countries }, ['--limit', '0'], '--limit 0: must be a whole number above 0'],
    [{ countries }, ['--title', 'dark'], '--title, --forecast: give one of them'],
    [{ countries }, ['--data', 'no-such-folder'], 'markets.json: cannot be read'],
    [{ countries: [] }, [], 'countries: '],
    [{ countries: [countryOf('UK', 0.5)] }, [], 'countries[0].country: must be a country of ISO 3166-1'],
    [{ countries: [countryOf('ES', NaN)] }, [], 'countries[0].probability: '],
    [
      { countries: [countryOf('ES', 0.5, { low: 0.6 })] },
      [],
      'countries[0]: must be low ≤ probability ≤ high',
    ],
    [{ countries: [countryOf('ES', 0.5), countryOf('ES', 0.5)] }, [], 'ES stands in countries[0] already'],
    [{ countries, originalLanguage: 'german' }, [], 'originalLanguage: must be a language of ISO 639-1'],
    [{ countries, artworkLocales: [7] }, [], 'artworkLocales[0]: must be a language, or null'],
  ])('is a usage error: %j %j', async (content, options, message) => {
    expect(await plan(content, ...options)).toBe(2);
    expect(line.said).toContain(message);
    expect(line.printed).toBe('');
  });

  it('tells of a file that is not there', async () => {
    expect(await line.run('localisation', 'plan', '--forecast', 'nowhere.json')).toBe(2);
    expect(line.said).toContain('nowhere.json: cannot be read');
  });
});

import { loadLocalisationData } from '@keyart/insights';
import { chromium, type Browser } from 'playwright-core';
import { forecastOf } from '../factories/country-audience.factory';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { addTitle, TITLE } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const MOST_PAGE_BYTES = 300_000;
const HOSTILE = '</style><script>alert(1)</script>';

describe('localisation plans', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    const { markets } = await loadLocalisationData();
    const chances = [...markets.keys()].map((country, index) => [country, 0.02 + ((index * 37) % 90) / 100]);
    const forecast = forecastOf({ ...(Object.fromEntries(chances) as Record<string, number>), CN: 0.3 });
    api = await startApi({
      withPages: true,
      forecasts: { forecastOf: (titleId) => Promise.resolve(titleId === 'unseen' ? null : forecast) },
    });
    await addTitle(api, 'metropolis', [{ locale: 'de' }, { locale: 'en', reviewState: 'rejected' }]);
    for (const [id, name] of [
      ['metropolis', 'Metropolis'],
      ['unseen', 'Unseen'],
      ['hostile', HOSTILE],
    ])
      await api.call('PUT', `/v1/titles/${id}`, { body: { ...TITLE, name, originalLanguage: 'de' } });
  });
  afterAll(() => api.close());

  const plan = (query: string, key?: string) => api.call('GET', `/v1/localisation/plan?${query}`, { key });
  const keysOf = (items: readonly { kind: string; language: string; country: string }[]): string[] =>
    items.map(({ kind, language, country }) => `${kind}:${language ?? country}`);

  it('says what to do, by what is worth most for the money, with reasons', async () => {
    const { status, body } = await plan('title=metropolis&limit=200');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      titleName: 'Metropolis',
      originalLanguage: 'de',
      budget: null,
      existing: [],
    });
    expect(body.items).toHaveLength(body.itemCount);
    const keys = keysOf(body.items);
    expect(keys).toEqual(expect.arrayContaining(['subtitle:es', 'dub:es', 'campaign:DE']));
    expect(keys.filter((key) => /:de$/.test(key))).toEqual([]);
    expect(keysOf(body.followUp)).toContain('artwork:es');
    const spanish = body.items.find(
      ({ kind, language }: { kind: string; language: string }) => kind === 'dub' && language === 'es',
    );
    expect(spanish.reasons.map(({ country }: { country: string }) => country)).toEqual(
      expect.arrayContaining(['ES', 'MX', 'AR']),
    );
    expect(spanish.sentence).toMatch(/^Dub in Spanish: about [\d,]+ more viewers/);
    expect(body.total).toEqual(body.items.at(-1).cumulative);
    expect(body.nothingNeeded.map(({ country }: { country: string }) => country)).toEqual(
      expect.arrayContaining(['AT', 'CH', 'DE']),
    );
    expect(body.unknown).toEqual([{ country: 'CN', reason: 'no data: market' }]);
  });

  it('takes account of what there is, what may be spent, and where the title may be shown', async () => {
    const query = 'title=metropolis&existing=dub:es,subtitle:es&budget=10000&kinds=dub,subtitle&minutes=60';
    const { body } = await plan(`${query}&notOffered=JP,FR&limit=200`);
    expect(body).toMatchObject({ existing: ['dub:es', 'subtitle:es'], budget: 10_000, runtimeMinutes: 60 });
    expect(body.total.cost).toBeLessThanOrEqual(10_000);
    const planned = keysOf(body.items);
    expect(planned.filter((key) => /es$|ja$|campaign|artwork/.test(key))).toEqual([]);
    expect(body.missingExposure.map(({ country }: { country: string }) => country)).toEqual(['FR', 'JP']);
    expect(body.leftOut.some(({ why }: { why: string }) => why === 'over-budget')).toBe(true);
    const { body: few } = await plan('title=metropolis&countries=AT,IT&limit=1');
    expect(few.items).toHaveLength(1);
    expect(few.itemCount).toBeGreaterThan(1);
    expect(few.unknown).toEqual([]);
  });

  it.each([
    [
      'title=metropolis&countries=UK',
      'countries UK is no country of ISO 3166-1 alpha-2: the United Kingdom is GB',
    ],
    ['title=metropolis&notOffered=ZZ', 'notOffered ZZ is no country'],
    ['title=metropolis&existing=dub:DE', 'existing dub:DE: DE is no language of ISO 639-1'],
    ['title=metropolis&existing=dub', 'existing dub: must be written like dub:de'],
    ['title=metropolis&kinds=radio', 'kinds radio: must be some of subtitle, dub, campaign, artwork'],
    ['title=metropolis&kinds=', 'kinds nothing: must be some of'],
    ['title=metropolis&budget=-1', 'budget: must not be less than 0'],
    ['title=metropolis&budget=', 'budget'],
    ['title=metropolis&minutes=NaN', 'minutes'],
    ['title=metropolis&colour=red', 'colour'],
    ['', 'title'],
  ])('refuses %s', async (query, detail) => {
    const answer = await plan(query);
    expectProblem(answer, 400, 'invalid-parameter');
    expect(answer.body.detail).toContain(detail);
  });

  it('knows no title, no model and no stranger', async () => {
    expectProblem(await plan('title=nothing'), 404, 'unknown-resource');
    const unseen = await plan('title=unseen');
    expectProblem(unseen, 409, 'conflict');
    expect(unseen.body.detail).toContain('no audience model');
    expectProblem(await plan('title=metropolis', keyOf('decide')), 403, 'missing-scope');
    expect((await plan('title=metropolis', keyOf('analyst'))).status).toBe(200);
  });

  describe('page', () => {
    const read = (path: string) => api.call('GET', path, { key: null });

    it('shows every country of the forecast, small and whole in itself', async () => {
      const { status, body, headers } = await read('/titles/metropolis/audience?notOffered=FR');
      expect(status).toBe(200);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(Buffer.byteLength(body)).toBeLessThan(MOST_PAGE_BYTES);
      expect(body).not.toMatch(/<script|https?:|NaN|undefined/);
      expect(body.match(/<tr>/g)).toHaveLength(96);
      expect(body).toMatch(/<circle class="chance\d"[^>]*>\s*<title>Singapore: /);
      expect(body).toMatch(/<path class="closed"[^>]*>\s*<title>France: not offered; /);
      expect(body).toMatch(/<path class="none"[^>]*>\s*<title>Mongolia: no forecast/);
    });

    it('turns a hostile name into text, says that there is no model, and does not know everything', async () => {
      expect((await read('/titles/hostile/audience')).body).not.toContain('<script>');
      expect((await read('/titles/unseen/audience')).body).toContain('no audience model yet');
      expect((await read('/titles/nothing/audience')).status).toBe(404);
    });

    const executablePath = process.env.CHROMIUM_PATH;
    if (executablePath) {
      describe('in a browser', () => {
        let browser: Browser;

        beforeAll(async () => {
          browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
        });
        afterAll(() => browser.close());

        it.each([
          [375, 'dark'],
          [1440, 'light'],
        ] as const)('fits %i px, %s', async (width, colorScheme) => {
          const tab = await browser.newPage({ viewport: { width, height: 2000 }, colorScheme });
          const faults: string[] = [];
          tab.on('pageerror', (error) => faults.push(error.message));
          tab.on('console', (message) => faults.push(message.text()));
          await tab.goto(`${api.baseUrl}/titles/metropolis/audience?notOffered=FR`);
          expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
          const fill = (area: string) =>
            tab.evaluate(`getComputedStyle(document.querySelector('.map path.${area}')).fill`);
          expect(await fill('closed')).toContain('#not-offered');
          expect(await fill('chance6')).toBe(colorScheme === 'dark' ? 'rgb(253, 231, 37)' : 'rgb(68, 1, 84)');
          expect(faults).toEqual([]);
          await tab.close();
        });
      });
    }
  });
});

import { chromium, type Browser } from 'playwright-core';
import { SystemClock } from '@keyart/common';
import { SynopsisEmbeddingsRepository, TitleMapsRepository, TitlesRepository } from '@keyart/db';
import { draftMap, RebuildMap } from '@keyart/insights';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { addTitle, TITLE } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const HOSTILE = '</script><script>alert(1)</script>';

/** What the worker does with the job. */
async function rebuild({ db: { database } }: ApiFixture): Promise<string> {
  const { version } = await new RebuildMap({
    ...{ titles: new TitlesRepository(database), maps: new TitleMapsRepository(database), embedder: null },
    ...{ embeddings: new SynopsisEmbeddingsRepository(database), clock: new SystemClock() },
    build: (task, onProgress) => Promise.resolve(draftMap(task, onProgress)),
  }).run();
  return version;
}

describe('the similarity map', () => {
  let api: ApiFixture;
  let version: string;

  beforeAll(async () => {
    api = await startApi({ withPages: true });
  });
  afterAll(() => api.close());

  const page = () => api.call('GET', '/map', { key: null });

  it('is not there before one was made, and says so', async () => {
    await addTitle(api, 'metropolis', [{ isEditorialDefault: true }]);
    expectProblem(await api.call('GET', '/v1/map'), 404, 'unknown-resource');
    expect((await api.call('GET', '/v1/map/versions')).body).toEqual([]);
    expect((await api.call('GET', '/v1/titles/metropolis/similar')).body).toEqual({
      ...{ mapVersion: null, isMapped: false, items: [] },
    });
    expect((await page()).body).toContain('No map yet');
  });

  it('is put in line by an administrator', async () => {
    const asked = await api.call('POST', '/v1/map/rebuilds', { body: { isForced: true } });
    expect(asked.status).toBe(202);
    expect((await api.call('GET', `/v1/jobs/rebuild-map/${asked.body.jobId}`)).status).toBe(200);
    expect((await api.call('POST', '/v1/map/rebuilds', { body: {} })).status).toBe(202);
    expect(api.jobs.enqueued.slice(-2)).toEqual([
      { name: 'rebuild-map', payload: { isForced: true } },
      { name: 'rebuild-map', payload: {} },
    ]);
    expectProblem(
      await api.call('POST', '/v1/map/rebuilds', { key: keyOf('analyst') }),
      403,
      'missing-scope',
    );
    const bad = await api.call('POST', '/v1/map/rebuilds', { body: { isForced: 'yes' } });
    expectProblem(bad, 400, 'invalid-body');
  });

  it('shows places, communities, version and blocks, and answers 304 to who has it', async () => {
    for (const [i, id] of ['faust', 'nosferatu', 'siegfried', 'genuine'].entries())
      await api.call('PUT', `/v1/titles/${id}`, {
        body: {
          ...TITLE,
          name: i === 0 ? HOSTILE : id,
          synopsis: `City ${id} below, city above.`,
          tags: ['city'],
        },
      });
    version = await rebuild(api);
    const { body, headers } = await api.call('GET', '/v1/map');
    expect(body).toMatchObject({ version, titleCount: 5, blocks: ['synopsis', 'facts'], textModel: null });
    expect(body.points).toHaveLength(5);
    expect(body.points[0]).toEqual({
      ...{ titleId: 'faust', name: HOSTILE, year: 1927, x: expect.any(Number), y: expect.any(Number) },
      communities: [expect.any(Number), expect.any(Number), expect.any(Number)],
    });
    const sizes = body.communities.filter((one: { level: number }) => one.level === 1);
    expect(sizes.reduce((sum: number, one: { titleCount: number }) => sum + one.titleCount, 0)).toBe(5);
    const etag = headers.get('etag') ?? '';
    expect(etag).toBe(`"${version}"`);
    const again = await api.call('GET', '/v1/map', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
    expect((await api.call('GET', `/v1/map?version=${version}`)).body).toEqual(body);
    expectProblem(await api.call('GET', '/v1/map?version=map-0'), 404, 'unknown-resource');
    expect((await api.call('GET', '/v1/map/versions')).body).toMatchObject([
      { version, seed: 'title-map/1' },
    ]);
  });

  it('says what is like a title, and why', async () => {
    const { body } = await api.call('GET', '/v1/titles/metropolis/similar?limit=2');
    expect(body).toMatchObject({ mapVersion: version, isMapped: true });
    expect(body.items).toHaveLength(2);
    const [first, second] = body.items;
    expect(first.similarity).toBeGreaterThanOrEqual(second.similarity);
    expect(first).toMatchObject({
      ...{ titleId: expect.any(String), name: expect.any(String), year: 1927 },
      reasons: {
        shared: { genre: expect.arrayContaining(['drama']), tag: [] },
        closeness: { facts: expect.any(Number) },
      },
    });
    await api.call('PUT', '/v1/titles/newer', { body: TITLE });
    expect((await api.call('GET', '/v1/titles/newer/similar')).body).toEqual({
      ...{ mapVersion: version, isMapped: false, items: [] },
    });
    expectProblem(await api.call('GET', '/v1/titles/nobody/similar'), 404, 'unknown-resource');
    for (const limit of ['0', '25', 'x'])
      expectProblem(
        await api.call('GET', `/v1/titles/faust/similar?limit=${limit}`),
        400,
        'invalid-parameter',
      );
    expectProblem(await api.call('GET', '/v1/map', { key: keyOf('events') }), 403, 'missing-scope');
  });

  it('is a page that runs one script, with hostile names as text', async () => {
    const { body, headers } = await page();
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'sha256-[\w+/]{43}='$/,
    );
    expect(body).not.toContain(HOSTILE);
    expect(body.match(/data-title="/g)).toHaveLength(5);
    expect(body).toContain('/v1/artworks/metropolis-0/image?v=');
  });

  const executablePath = process.env.CHROMIUM_PATH;
  if (executablePath) {
    describe('in a browser', () => {
      let browser: Browser;

      beforeAll(async () => {
        browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      });
      afterAll(() => browser.close());

      it.each([375, 1440])(
        'finds a title, shows its picture and what is similar, at %i px',
        async (width) => {
          const tab = await browser.newPage({ viewport: { width, height: 900 } });
          const faults: string[] = [];
          tab.on('pageerror', (error) => faults.push(error.message));
          tab.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
          tab.on('requestfailed', (request) => faults.push(request.url()));
          tab.on('dialog', (dialog) => faults.push(dialog.message()));
          await tab.goto(`${api.baseUrl}/map`, { waitUntil: 'networkidle' });
          await tab.fill('#map-search', 'metro');
          await tab.press('#map-search', 'Enter');
          expect(await tab.textContent('#map-card h2')).toBe('Metropolis (1927)');
          await tab.waitForFunction("document.querySelector('#map-card img')?.naturalWidth === 480");
          expect(await tab.locator('#map-card li button').count()).toBe(4);
          const first = await tab.textContent('#map-card li button');
          await tab.click('#map-card li button');
          expect(await tab.textContent('#map-card h2')).toBe(`${first} (1927)`);
          await tab.focus('#map');
          for (const key of ['+', 'ArrowLeft', '-', '0']) await tab.keyboard.press(key);
          await tab.keyboard.press('Escape');
          expect(await tab.isHidden('#map-card')).toBe(true);
          expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
          expect(faults).toEqual([]);
          await tab.close();
        },
      );
    });
  }
});

import { chromium, type Browser } from 'playwright-core';
import { startApi, type ApiFixture } from './support/api-fixture';
import { addTitle } from './support/catalogue.factory';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>';

describe('viewers’ pages', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi({ withPages: true });
    await addTitle(api, 'metropolis', [{ caption: HOSTILE }, {}]);
    await addTitle(api, 'faust', [{}, {}]);
    const entry = { title: 'M', genres: [], people: [], rating: 4, watchedAt: '2026-01-01T00:00:00Z' };
    await api.call('PUT', '/v1/members/ana/history', { body: { displayName: HOSTILE, entries: [entry] } });
  });
  afterAll(() => api.close());

  const read = (path: string) => api.call('GET', path, { key: null });

  it('lists viewers and shows both rankers’ live choices', async () => {
    expect((await read('/')).body).toContain('href="/viewers/ana"');
    const { body, headers } = await read('/viewers/ana');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body.match(/<img /g)).toHaveLength(4);
    expect(body).toContain('New here: it does well with most viewers');
    const rows = await api.db.database.query<{ policy: string; count: number }>({
      text: 'SELECT policy, count(*)::int AS count FROM decision GROUP BY policy ORDER BY policy',
    });
    expect(rows).toEqual([
      { policy: 'llm', count: 2 },
      { policy: 'production', count: 2 },
    ]);
  });

  it('turns hostile names and captions into text', async () => {
    const { body } = await read('/viewers/ana');
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<img src=x');
    expect(body).toContain('&lt;script&gt;alert(1)');
  });

  it('does not know everybody', async () => {
    expect((await read('/viewers/nobody')).status).toBe(404);
  });

  const executablePath = process.env.CHROMIUM_PATH;
  if (executablePath) {
    describe('in a browser', () => {
      let browser: Browser;

      beforeAll(async () => {
        browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      });
      afterAll(() => browser.close());

      it.each([375, 1440])('shows every picture at %i px without scrolling sideways', async (width) => {
        const tab = await browser.newPage({ viewport: { width, height: 4000 } });
        const faults: string[] = [];
        tab.on('pageerror', (error) => faults.push(error.message));
        tab.on('requestfailed', (request) => faults.push(request.url()));
        tab.on('dialog', (dialog) => faults.push(dialog.message()));
        await tab.goto(`${api.baseUrl}/viewers/ana`, { waitUntil: 'networkidle' });
        const shown = await tab
          .locator('img')
          .evaluateAll((images) =>
            images.map((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
          );
        expect(shown).toEqual([480, 480, 480, 480]);
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(faults).toEqual([]);
        await tab.close();
      });
    });
  }
});

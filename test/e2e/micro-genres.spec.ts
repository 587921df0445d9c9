import { MicroGenresRepository, TitlesRepository } from '@keyart/db';
import { RebuildMicroGenres } from '@keyart/insights';
import { findMicroGenres } from '@keyart/similarity';
import { startApi, type ApiFixture } from './support/api-fixture';
import { TITLE } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const SLUG = 'coming-of-age.comedies';

describe('micro-genres over HTTP', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi({ withPages: true });
  });
  afterAll(() => api.close());

  async function putTitle(
    titleId: string,
    genres: readonly string[],
    tags: readonly string[],
  ): Promise<void> {
    const title = { ...TITLE, name: titleId, synopsis: '', genres, tags, year: 1986 };
    const saved = await api.call('PUT', `/v1/titles/${titleId}`, { body: title });
    expect(saved.status).toBeLessThan(300);
  }

  function rebuild(version: string, atMs: number): Promise<object> {
    return new RebuildMicroGenres({
      titles: new TitlesRepository(api.db.database),
      microGenres: new MicroGenresRepository(api.db.database),
      find: (titles) => Promise.resolve(findMicroGenres(titles)),
      clock: { nowMs: () => atMs },
    }).run({ version });
  }

  it('has none before they were looked for, but knows facets of a title', async () => {
    await putTitle('young-0', ['Comedy'], ['Coming of Age']);
    expect((await api.call('GET', '/v1/micro-genres')).body).toEqual({
      ...{ version: null, coverage: 0, items: [], nextCursor: null },
    });
    expect((await api.call('GET', '/v1/titles/young-0/micro-genres')).body).toEqual({
      microGenres: [],
      facets: [
        { facet: 'coming-of-age', source: 'tag', span: 'coming of age' },
        { facet: 'comedies', source: 'genre', span: 'Comedy' },
        { facet: '1980s', source: 'year', span: '1986' },
      ],
    });
    expect((await api.call('GET', '/micro-genres')).status).toBe(200);
  });

  it('names them with titles and evidence, a page at a time', async () => {
    for (let i = 1; i < 6; i++) await putTitle(`young-${i}`, ['Comedy'], ['coming of age']);
    for (let i = 0; i < 14; i++) await putTitle(`plain-${i}`, ['Drama'], []);
    await rebuild('r1', 1_000);
    const found = (await api.call('GET', '/v1/micro-genres?search=OF-AGE%20com')).body;
    expect(found).toMatchObject({ version: 'r1', nextCursor: null });
    expect(found.items).toEqual([
      expect.objectContaining({ slug: SLUG, titleCount: 6, firstVersion: 'r1', lastVersion: 'r1' }),
    ]);
    const first = (await api.call('GET', `/v1/micro-genres/${SLUG}/titles?limit=4`)).body;
    const after = first.nextCursor as string;
    const second = (await api.call('GET', `/v1/micro-genres/${SLUG}/titles?limit=4&after=${after}`)).body;
    expect(
      [...(first.items as object[]), ...(second.items as object[])].map(
        (item) => (item as { titleId: string }).titleId,
      ),
    ).toEqual([0, 1, 2, 3, 4, 5].map((i) => `young-${i}`));
    expect((first.items as object[])[0]).toMatchObject({
      evidence: [
        { facet: 'coming-of-age', source: 'tag', span: 'coming of age' },
        { facet: 'comedies', source: 'genre', span: 'Comedy' },
      ],
    });
    const ofTitle = (await api.call('GET', '/v1/titles/young-3/micro-genres')).body;
    expect(ofTitle.microGenres).toEqual([
      expect.objectContaining({ slug: SLUG, name: 'coming-of-age comedies' }),
    ]);
  });

  it('shows them as pages without a script', async () => {
    const list = await fetch(`${api.baseUrl}/micro-genres`);
    expect(list.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await list.text()).toContain(`href="/micro-genres/${SLUG}"`);
    const one = await (await fetch(`${api.baseUrl}/micro-genres/${SLUG}`)).text();
    expect(one).toContain('young-5');
    expect(one).toContain('coming of age');
  });

  it('retires one that is no longer there, and knows it again when it comes back', async () => {
    await putTitle('young-0', ['Western'], []);
    await putTitle('young-1', ['Western'], []);
    await rebuild('r2', 2_000);
    expect((await api.call('GET', '/v1/micro-genres')).body).toMatchObject({ version: 'r2', items: [] });
    expect((await api.call('GET', `/v1/micro-genres/${SLUG}/titles`)).body).toMatchObject({
      ...{ microGenre: { firstVersion: 'r1', lastVersion: 'r1' }, items: [] },
    });
    await putTitle('young-0', ['Comedy'], ['coming of age']);
    await rebuild('r3', 3_000);
    expect((await api.call('GET', '/v1/micro-genres')).body).toMatchObject({
      items: [{ slug: SLUG, firstVersion: 'r1', lastVersion: 'r3', titleCount: 5 }],
    });
  });

  it('knows no other', async () => {
    expectProblem(await api.call('GET', '/v1/micro-genres/no-such/titles'), 404, 'unknown-resource');
    expectProblem(await api.call('GET', '/v1/titles/no-such/micro-genres'), 404, 'unknown-resource');
    expect((await api.call('GET', '/v1/micro-genres?limit=0')).status).toBe(400);
    expect((await fetch(`${api.baseUrl}/micro-genres/no-such`)).status).toBe(404);
  });
});

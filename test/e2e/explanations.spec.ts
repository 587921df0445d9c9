import { randomUUID } from 'node:crypto';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { addTitle, page } from './support/catalogue.factory';

describe('the explanation of a decision', () => {
  let api: ApiFixture;
  let decisionId: string;

  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'metropolis', [{}, { caption: 'Two lovers meet.', facets: { romance: 0.9 } }, {}]);
    const { body } = await api.call('POST', '/v1/decisions', { body: page(['metropolis']) });
    decisionId = body.decisions[0].decisionId;
  });
  afterAll(() => api.close());

  const explain = (query: string, key = keyOf('all'), id = decisionId) =>
    api.call('GET', `/v1/decisions/${id}/explanation${query}`, { key });

  it('is in words for the viewer', async () => {
    const { status, body } = await explain('', keyOf('decide'));
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ audience: 'viewer', decisionId, titleId: 'metropolis' },
      artworkId: expect.stringMatching(/^metropolis-[012]$/),
      headline: 'New here: it does well with most viewers',
      notes: expect.any(Array),
      changes: expect.arrayContaining(['Report it as misleading, and you will not see it again.']),
    });
  });

  it('is in numbers for analysts, and reproduces what the decision saw', async () => {
    const { status, body } = await explain('?audience=analyst', keyOf('analyst'));
    expect(status).toBe(200);
    const { body: record } = await api.call('GET', `/v1/decisions/${decisionId}`);
    expect(body).toMatchObject({
      audience: 'analyst',
      record,
      isReproduced: true,
      taste: {},
      counterfactuals: [],
    });
    expect(body.candidates.map((one: { artworkId: string }) => one.artworkId)).toEqual(
      record.candidates.map((one: { artworkId: string }) => one.artworkId),
    );
  });

  it.each([
    {
      what: 'numbers to a key that may only decide',
      query: '?audience=analyst',
      scope: 'decide',
      status: 403,
    },
    {
      what: 'words to a key that may only analyse',
      query: '?audience=viewer',
      scope: 'analyst',
      status: 403,
    },
    { what: 'another audience', query: '?audience=everybody', scope: 'all', status: 400 },
  ] as const)('refuses $what', async ({ query, scope, status }) => {
    expect((await explain(query, keyOf(scope))).status).toBe(status);
  });

  it.each([randomUUID(), 'no-uuid'])('knows no decision %s', async (id) => {
    expect((await explain('', keyOf('all'), id)).status).toBe(404);
  });
});

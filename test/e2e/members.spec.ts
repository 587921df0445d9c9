import { EraseMember } from '@keyart/decisions';
import { ErasuresRepository, MemberDataRepository } from '@keyart/db';
import { startApi, keyOf, START_MS, type ApiFixture } from './support/api-fixture';
import { addTitle, page } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const HISTORY = {
  displayName: 'Ana',
  entries: [
    { title: 'Metropolis', genres: ['Drama'], people: [], rating: 5, watchedAt: '2026-01-01T20:00:00Z' },
  ],
};

describe('what members say, take with them and take back', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'metropolis', [{}, {}]);
    await addTitle(api, 'sunrise', [{}]);
  });
  afterAll(() => api.close());

  it('turns personalised pictures off and on', async () => {
    const url = '/v1/members/never-seen/preferences';
    expect((await api.call('GET', url)).body).toEqual({ isPersonalised: true });
    const off = { isPersonalised: false };
    expect((await api.call('PUT', url, { body: off })).body).toEqual(off);
    expect((await api.call('GET', url, { key: keyOf('analyst') })).body).toEqual(off);
    expectProblem(await api.call('PUT', url, { body: { isPersonalised: 'no' } }), 400, 'invalid-body');
    expectProblem(await api.call('PUT', url, { body: off, key: keyOf('decide') }), 403, 'missing-scope');
  });

  it('pins a picture of the title, one at a time', async () => {
    const url = '/v1/members/ana/pins';
    for (const artworkId of ['metropolis-0', 'metropolis-1'])
      expect((await api.call('PUT', `${url}/metropolis`, { body: { artworkId } })).body).toEqual({
        ...{ memberId: 'ana', titleId: 'metropolis', artworkId },
        pinnedAt: new Date(START_MS).toISOString(),
      });
    const { body } = await api.call('GET', url);
    expect(body.items).toMatchObject([{ titleId: 'metropolis', artworkId: 'metropolis-1' }]);
    for (let i = 0; i < 2; i++) expect((await api.call('DELETE', `${url}/metropolis`)).status).toBe(204);
    expect((await api.call('GET', url)).body).toEqual({ items: [] });
  });

  it('pins nothing that is no picture of the title', async () => {
    const pin = (titleId: string, artworkId: unknown) =>
      api.call('PUT', `/v1/members/ana/pins/${titleId}`, { body: { artworkId } });
    expectProblem(await pin('unheard-of', 'metropolis-0'), 404, 'unknown-resource');
    expectProblem(await pin('metropolis', 'unheard-of'), 404, 'unknown-resource');
    expectProblem(await pin('metropolis', 'sunrise-0'), 409, 'conflict');
    expectProblem(await pin('metropolis', ''), 400, 'invalid-body');
    expect((await api.call('GET', '/v1/members/ana/pins')).body).toEqual({ items: [] });
  });

  it('gives everything that is kept of a member, to administrators', async () => {
    await api.call('PUT', '/v1/members/ana/history', { body: HISTORY });
    const served = await api.call('POST', '/v1/decisions', { body: page(['metropolis']) });
    const { decisionId } = served.body.decisions[0];
    const { status, headers, body } = await api.call('GET', '/v1/members/ana/export');
    expect({ status, ...Object.fromEntries(headers) }).toMatchObject({
      status: 200,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="member-export.json"',
      'cache-control': 'no-store',
    });
    expect(body).toMatchObject({
      ...{ schema: 'member-export/1', memberId: 'ana', exportedAt: new Date(START_MS).toISOString() },
      tables: {
        member: [{ id: 'ana', display_name: 'Ana' }],
        history_entry: [{ title: 'Metropolis', rating: 5 }],
        decision: [{ id: decisionId, member_id: 'ana' }],
        pin: [],
      },
      jobs: [{ name: 'build-profile', data: { memberId: 'ana' } }],
    });
    const refused = await api.call('GET', '/v1/members/ana/export', { key: keyOf('analyst') });
    expectProblem(refused, 403, 'missing-scope');
    const stranger = await api.call('GET', '/v1/members/nobody/export');
    expect(Object.values(stranger.body.tables).flat()).toEqual([]);
  });

  it('erases a member, telling how far it is', async () => {
    await api.call('PUT', '/v1/members/ben/history', { body: HISTORY });
    const { status, body } = await api.call('DELETE', '/v1/members/ben');
    expect({ status, body }).toEqual({
      status: 202,
      body: {
        ...{ erasureId: expect.any(String), state: 'requested', counts: {} },
        ...{ requestedAt: new Date(START_MS).toISOString(), erasedAt: null, completedAt: null },
      },
    });
    expect((await api.call('DELETE', '/v1/members/ben')).body).toEqual(body);
    const payload = { memberId: 'ben', erasureId: body.erasureId };
    expect(api.jobs.enqueued.slice(-2)).toEqual(Array(2).fill({ name: 'erase-member', payload }));
    const { database } = api.db;
    const eraseMember = new EraseMember({
      ...{ erasures: new ErasuresRepository(database), data: new MemberDataRepository(database) },
      jobs: { remove: async () => ({ removedCount: 1, activeCount: 0 }) },
      ...{ graceMs: 0, clock: api.clock },
    });
    const url = `/v1/erasures/${body.erasureId}`;
    for (const state of ['sweeping', 'completed']) {
      await eraseMember.run(payload);
      expect((await api.call('GET', url)).body).toMatchObject({ erasureId: body.erasureId, state });
    }
    expect((await api.call('GET', url)).body.counts).toEqual({ history_entry: 1, jobs: 2, member: 1 });
    expectProblem(await api.call('GET', '/v1/members/ben'), 404, 'unknown-resource');
    expect((await api.call('DELETE', '/v1/members/ben')).body.erasureId).not.toBe(body.erasureId);
    expectProblem(await api.call('GET', '/v1/erasures/unheard-of'), 404, 'unknown-resource');
    expectProblem(
      await api.call('DELETE', '/v1/members/ben', { key: keyOf('events') }),
      403,
      'missing-scope',
    );
  });
});

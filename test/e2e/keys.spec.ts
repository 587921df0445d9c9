import { API_SCOPES } from '@keyart/contracts';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { expectProblem } from './support/expect-problem';

const RING_MS = 6_000;
const DAY_MS = 86_400_000;

describe('API keys', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const make = (body: object, key = keyOf('all')) => api.call('POST', '/v1/keys', { body, key });
  const statusWith = async (key: string): Promise<number> =>
    (await api.call('GET', '/v1/titles', { key })).status;

  it('makes a key, shows it once, and lists it without its secret', async () => {
    const { status, body } = await make({ name: 'web shop', scopes: ['decide', 'decide'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'web shop', scopes: ['decide'], expiresAt: null, lastUsedOn: null });
    expect(body.key).toMatch(/^keyart_.{32}$/);
    expect(await statusWith(body.key)).toBe(200);
    const { key, ...shown } = body;
    const list = await api.call('GET', '/v1/keys?limit=200');
    const listed = list.body.items.find(({ keyId }: { keyId: string }) => keyId === shown.keyId);
    expect(listed).toEqual({ ...shown, lastUsedOn: '2026-03-01' });
    expect(JSON.stringify(list.body)).not.toContain(key);
    expect(JSON.stringify(list.body)).not.toMatch(/[0-9a-f]{64}/);
  });

  it('gives no right that the making key lacks', async () => {
    expectProblem(await make({ name: 'x', scopes: ['decide'] }, keyOf('admin')), 403, 'missing-scope');
    expectProblem(
      await make({ name: 'x', scopes: ['admin', 'analyst'] }, keyOf('admin')),
      403,
      'missing-scope',
    );
    const { status, body } = await make({ name: 'second admin', scopes: ['admin'] }, keyOf('admin'));
    expect(status).toBe(201);
    const strong = await make({ name: 'strong', scopes: API_SCOPES });
    const taken = await api.call('POST', `/v1/keys/${strong.body.keyId}/rotate`, { key: body.key });
    expectProblem(taken, 403, 'missing-scope');
  });

  it.each([
    ['no scope', { name: 'x', scopes: [] }, 'scopes'],
    ['an unknown scope', { name: 'x', scopes: ['root'] }, 'scopes'],
    ['no name', { scopes: ['decide'] }, 'name'],
    ['an end behind us', { name: 'x', scopes: ['decide'], expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
  ])('refuses %s', async (_name, body, field) => {
    const answer = await make(body);
    expectProblem(answer, 400, 'invalid-body');
    expect(answer.body.errors[0].field).toBe(field);
  });

  it('lets nobody in from the instant of expiry', async () => {
    const expiresAt = new Date(api.clock.nowMs() + 2_000).toISOString();
    const { body } = await make({ name: 'short', scopes: ['decide'], expiresAt });
    expect(await statusWith(body.key)).toBe(200);
    api.clock.advance(2_000);
    expect(await statusWith(body.key)).toBe(401);
  });

  it('rotates: both keys work for the grace time, then only the new one', async () => {
    const old = (await make({ name: 'rotating', scopes: ['decide'] })).body;
    const { status, body } = await api.call('POST', `/v1/keys/${old.keyId}/rotate`);
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'rotating', scopes: ['decide'], expiresAt: null });
    expect([await statusWith(old.key), await statusWith(body.key)]).toEqual([200, 200]);
    expectProblem(await api.call('POST', `/v1/keys/${old.keyId}/rotate`), 409, 'conflict');
    api.clock.advance(DAY_MS);
    expect([await statusWith(old.key), await statusWith(body.key)]).toEqual([401, 200]);
    expectProblem(await api.call('POST', '/v1/keys/nobody/rotate'), 404, 'unknown-resource');
  });

  it('of two rotations at a time lets one win', async () => {
    const { keyId } = (await make({ name: 'raced', scopes: ['decide'] })).body;
    const both = await Promise.all([1, 2].map(() => api.call('POST', `/v1/keys/${keyId}/rotate`)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('revokes within seconds and for good', async () => {
    const { keyId, key } = (await make({ name: 'leaked', scopes: ['decide'] })).body;
    expect(await statusWith(key)).toBe(200);
    const revoked = await api.call('DELETE', `/v1/keys/${keyId}`);
    expect(revoked.status).toBe(204);
    api.clock.advance(RING_MS);
    expect(await statusWith(key)).toBe(401);
    expectProblem(await api.call('POST', `/v1/keys/${keyId}/rotate`), 409, 'conflict');
    expect((await api.call('DELETE', `/v1/keys/${keyId}`)).status).toBe(204);
    expectProblem(await api.call('DELETE', '/v1/keys/nobody'), 404, 'unknown-resource');
  });
});

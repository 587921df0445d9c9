import { API_SCOPES, type ApiScope } from '@keyart/contracts';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { page } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const ROUTES: readonly [string, string, readonly ApiScope[]][] = [
  ['POST', '/v1/decisions', ['decide']],
  ['GET', '/v1/decisions/x', ['decide', 'analyst']],
  ['POST', '/v1/events', ['events']],
  ['GET', '/v1/titles', ['catalogue', 'decide', 'analyst']],
  ['PUT', '/v1/titles/x', ['catalogue']],
  ['PUT', '/v1/artworks/x', ['catalogue']],
  ['PUT', '/v1/artworks/x/image', ['catalogue']],
  ['GET', '/v1/members/x', ['analyst']],
  ['PUT', '/v1/members/x/history', ['events']],
  ['POST', '/v1/jobs/train-baseline', ['admin']],
  ['GET', '/v1/jobs/train-baseline/1', ['admin']],
  ['POST', '/v1/experiments', ['admin']],
  ['GET', '/v1/experiments', ['analyst']],
  ['GET', '/v1/experiments/x', ['analyst']],
  ['PATCH', '/v1/experiments/x', ['admin']],
  ['POST', '/v1/experiments/x/start', ['admin']],
  ['POST', '/v1/experiments/x/stop', ['admin']],
  ['GET', '/v1/experiments/x/exposures', ['analyst']],
  ['GET', '/v1/slices', ['analyst']],
  ['GET', '/v1/assignments/x', ['analyst']],
  ['GET', '/v1/models', ['analyst', 'admin']],
  ['GET', '/v1/models/x', ['analyst', 'admin']],
  ['POST', '/v1/models/train', ['admin']],
  ['POST', '/v1/models/register', ['admin']],
  ['POST', '/v1/models/rollback', ['admin']],
  ['POST', '/v1/models/x/promote', ['admin']],
  ['POST', '/v1/models/x/reject', ['admin']],
  ['DELETE', '/v1/members/x', ['admin']],
  ['GET', '/v1/members/x/export', ['admin']],
  ['GET', '/v1/erasures/x', ['admin']],
  ['GET', '/v1/members/x/preferences', ['events', 'analyst']],
  ['PUT', '/v1/members/x/preferences', ['events']],
  ['GET', '/v1/members/x/pins', ['events', 'analyst']],
  ['PUT', '/v1/members/x/pins/x', ['events']],
  ['DELETE', '/v1/members/x/pins/x', ['events']],
  ['POST', '/v1/precompute-runs', ['admin']],
  ['GET', '/v1/precompute-runs', ['admin']],
  ['GET', '/v1/precompute-runs/x', ['admin']],
  ['POST', '/v1/precompute-runs/x/pause', ['admin']],
  ['POST', '/v1/precompute-runs/x/resume', ['admin']],
  ['POST', '/v1/precompute-runs/x/cancel', ['admin']],
  ['GET', '/v1/audit', ['admin']],
  ['GET', '/metrics', ['analyst']],
  ['POST', '/v1/keys', ['admin']],
  ['GET', '/v1/keys', ['admin']],
  ['POST', '/v1/keys/x/rotate', ['admin']],
  ['DELETE', '/v1/keys/x', ['admin']],
];

describe('keys and scopes', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it.each(ROUTES)('%s %s is open to exactly its scopes', async (method, path, scopes) => {
    expectProblem(await api.call(method, path, { key: null }), 401, 'missing-key');
    for (const scope of API_SCOPES) {
      const { status } = await api.call(method, path, { key: keyOf(scope) });
      expect({ scope, isRefused: status === 403 }).toEqual({ scope, isRefused: !scopes.includes(scope) });
      expect(status).not.toBe(401);
    }
  });

  it('challenges by WWW-Authenticate', async () => {
    const missing = await api.call('GET', '/v1/titles', { key: null });
    expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="keyart"');
    const unknown = await api.call('GET', '/v1/titles', { key: 'nobody' });
    expectProblem(unknown, 401, 'unknown-key');
    expect(unknown.headers.get('www-authenticate')).toContain('error="invalid_token"');
    const wrong = await api.call('GET', '/v1/models', { key: keyOf('decide') });
    expectProblem(wrong, 403, 'missing-scope');
    expect(wrong.headers.get('www-authenticate')).toContain('scope="analyst admin"');
  });

  it('takes the key as x-api-key too', async () => {
    const headers = { 'x-api-key': keyOf('catalogue') };
    expect((await api.call('GET', '/v1/titles', { key: null, headers })).status).toBe(200);
  });

  it('lets only analysts name a policy', async () => {
    const body = page(['x'], { policy: 'llm' });
    const refused = await api.call('POST', '/v1/decisions', { key: keyOf('decide'), body });
    expectProblem(refused, 403, 'missing-scope');
    const plain = await api.call('POST', '/v1/decisions', { key: keyOf('decide'), body: page(['x']) });
    expect(plain.status).toBe(200);
  });

  it('forgets a withdrawn key after some seconds', async () => {
    await api.call('GET', '/v1/titles', { key: keyOf('catalogue') });
    await api.db.database.query({ text: `DELETE FROM api_key WHERE name = 'catalogue'` });
    api.clock.advance(6_000);
    expectProblem(await api.call('GET', '/v1/titles', { key: keyOf('catalogue') }), 401, 'unknown-key');
  });
});

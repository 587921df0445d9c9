import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { page } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const RATES = {
  RATE_LIMIT_SERVING_PER_MINUTE: 5,
  RATE_LIMIT_MANAGING_PER_MINUTE: 3,
  RATE_LIMIT_ADMIN_PER_MINUTE: 2,
  RATE_LIMIT_UNKNOWN_KEY_PER_MINUTE: 4,
};

describe('rate limits', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi({ configuration: RATES });
  });
  afterAll(() => api.close());

  const statuses = async (count: number, call: () => ReturnType<ApiFixture['call']>): Promise<number[]> => {
    const seen: number[] = [];
    for (let i = 0; i < count; i++) seen.push((await call()).status);
    return seen;
  };

  it('counts each kind of call for itself and says what is left', async () => {
    const first = await api.call('GET', '/v1/titles');
    expect(first.headers.get('ratelimit-limit')).toBe('3');
    expect(first.headers.get('ratelimit-remaining')).toBe('2');
    expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
    expect(await statuses(3, () => api.call('GET', '/v1/titles'))).toEqual([200, 200, 429]);
    expect(await statuses(3, () => api.call('GET', '/v1/keys'))).toEqual([200, 200, 429]);
    const decide = () => api.call('POST', '/v1/decisions', { body: page(['x']) });
    expect(await statuses(6, decide)).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('refuses with a problem and the time to wait, and lets other keys go on', async () => {
    const call = () => api.call('GET', '/v1/titles', { key: keyOf('catalogue') });
    await statuses(3, call);
    const refused = await call();
    expectProblem(refused, 429, 'too-many-requests');
    const waitSeconds = Number(refused.headers.get('retry-after'));
    expect(waitSeconds).toBeGreaterThanOrEqual(1);
    expect(waitSeconds).toBeLessThanOrEqual(60);
    expect((await api.call('GET', '/v1/titles', { key: keyOf('analyst') })).status).toBe(200);
  });

  it('counts calls without the right, too', async () => {
    const call = () => api.call('GET', '/v1/keys', { key: keyOf('events') });
    expect(await statuses(3, call)).toEqual([403, 403, 429]);
  });

  it('stops guesses from an address, but not keys it has seen there', async () => {
    await api.call('GET', '/v1/titles', { key: keyOf('decide') });
    let guess = 0;
    const call = () => api.call('GET', '/v1/titles', { key: `guess-${guess++}` });
    expect(await statuses(6, call)).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await api.call('GET', '/v1/titles', { key: keyOf('decide') })).status).toBe(200);
  });
});

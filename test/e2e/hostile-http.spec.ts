import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { eventually } from '../support/eventually';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { page, TITLE } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const KIBIBYTE = 1024;

/** Sends bytes and reads until the other side hangs up. */
function sendRaw(baseUrl: string, text: string): Promise<string> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('hostile HTTP', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi({ configuration: { TRUST_PROXY: ['loopback'] } });
  });
  afterAll(() => api.close());

  const putTitle = (raw: string) => api.call('PUT', '/v1/titles/x', { raw });

  it.each([
    ['deep lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['deep objects', `{"facets":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_001)}`],
    ['__proto__', JSON.stringify(TITLE).replace('{', '{"__proto__":{"isAdmin":true},')],
    ['an escaped __proto__', JSON.stringify(TITLE).replace('{', '{"\\u005f_proto__":{},')],
    ['constructor.prototype', JSON.stringify(TITLE).replace('{', '{"constructor":{"prototype":{}},')],
  ])('refuses %s', async (_name, raw) => {
    expectProblem(await putTitle(raw), 400, 'malformed-json');
    expectProblem(await api.call('POST', '/v1/jobs/train-baseline', { raw }), 400, 'malformed-json');
  });

  it('names a hundred unknown fields at most', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, 0]));
    const answer = await putTitle(JSON.stringify({ ...TITLE, ...many }));
    expectProblem(answer, 400, 'invalid-body');
    expect(answer.body.errors).toHaveLength(100);
  });

  it.each([
    ['POST', '/v1/decisions', 256],
    ['PUT', '/v1/titles/x', 256],
    ['POST', '/v1/keys', 256],
    ['POST', '/v1/jobs/build-profile', 256],
    ['POST', '/v1/events', 2_048],
    ['PUT', '/v1/members/x/history', 8_192],
  ])('%s %s takes bodies up to %i KiB', async (method, path, kibibytes) => {
    const raw = (bytes: number): string => `"${'x'.repeat(bytes - 2)}"`;
    const above = await api.call(method, path, { raw: raw(kibibytes * KIBIBYTE + 1) });
    expectProblem(above, 413, 'body-too-large');
    expect((await api.call(method, path, { raw: raw(kibibytes * KIBIBYTE) })).status).toBe(400);
  });

  it('unpacks nothing', async () => {
    const raw = new Uint8Array(gzipSync(JSON.stringify(page(['x']))));
    const answer = await api.call('POST', '/v1/decisions', { raw, headers: { 'content-encoding': 'gzip' } });
    expectProblem(answer, 415, 'unsupported-media-type');
    expect(answer.headers.get('accept-encoding')).toBe('identity');
  });

  it('answers endless addresses and noise with problems and hangs up', async () => {
    const long = await sendRaw(api.baseUrl, `GET /v1/titles?after=${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`);
    expect(long).toMatch(/^HTTP\/1.1 431 .*problem\+json.*headers-too-large/s);
    const noise = await sendRaw(api.baseUrl, 'HELO mail.example\r\n\r\n');
    expect(noise).toMatch(/^HTTP\/1.1 400 .*problem\+json.*bad-request/s);
  });

  it('hangs up on headers that never end', async () => {
    const answer = await sendRaw(api.baseUrl, 'GET /v1/titles HTTP/1.1\r\nhost: x\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 408 .*request-timeout/s);
  });

  it('hangs up on connections beyond those it takes at a time', async () => {
    const narrow = await startApi({ configuration: { MAX_CONNECTIONS: 1 } });
    const { hostname, port } = new URL(narrow.baseUrl);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    const ask = () =>
      sendRaw(narrow.baseUrl, 'GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(await ask().catch(() => '')).toBe('');
    silent.destroy();
    expect(await eventually(() => ask().catch(() => ''), Boolean)).toMatch(/^HTTP\/1.1 200 /);
    await narrow.close();
  });

  it('asks for TLS for good where the proxy says that the caller came by it', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const secure = await api.call('GET', '/health/live', { key: null, headers });
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
    const plain = await api.call('GET', '/health/live', { key: null });
    expect(plain.headers.get('strict-transport-security')).toBeNull();
  });

  it('lets no other site embed its answers', async () => {
    const { headers } = await api.call('GET', '/v1/titles', { key: keyOf('decide') });
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('CORS', () => {
  const ORIGIN = 'https://shop.example';
  const preflight = (api: ApiFixture, origin: string) =>
    api.call('OPTIONS', '/v1/decisions', {
      key: null,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });

  it('is open to listed origins only', async () => {
    const api = await startApi({ configuration: { CORS_ORIGINS: [ORIGIN] } });
    const asked = await preflight(api, ORIGIN);
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const called = await api.call('POST', '/v1/decisions', {
      body: page(['x']),
      headers: { origin: ORIGIN },
    });
    expect(called.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    const other = await preflight(api, 'https://evil.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const withoutKey = await api.call('POST', '/v1/decisions', { key: null, headers: { origin: ORIGIN } });
    expect(withoutKey.status).toBe(401);
    await api.close();
  });

  it('is closed by default', async () => {
    const api = await startApi();
    const asked = await preflight(api, ORIGIN);
    expectProblem(asked, 405, 'method-not-allowed');
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    await api.close();
  });
});

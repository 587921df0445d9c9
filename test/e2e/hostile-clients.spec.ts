import { keyOf, startApi, START_MS, type ApiFixture } from './support/api-fixture';
import { addTitle, page } from './support/catalogue.factory';
import { LEAKS } from '../support/leaks';
import { RawSocket, requestText } from './support/raw-socket';

const AUTHORIZATION = { authorization: `Bearer ${keyOf('all')}` };
const JSON_TYPE = { 'content-type': 'application/json' };
const IDLE_COUNT = 1_000;
const SLOW_COUNT = 50;
const MEBIBYTE = 1024 * 1024;
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

describe('hostile clients', () => {
  let api: ApiFixture;
  const sockets: RawSocket[] = [];

  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'metropolis', [{}, {}]);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(() => api.close());

  async function open(): Promise<RawSocket> {
    const socket = await RawSocket.open(api.baseUrl);
    sockets.push(socket);
    return socket;
  }

  async function expectService(): Promise<void> {
    const { status, body } = await api.call('POST', '/v1/decisions', { body: page(['metropolis']) });
    expect(status).toBe(200);
    expect(body.decisions).toHaveLength(1);
  }

  it('serves beside connections that stay silent', async () => {
    for (let i = 0; i < IDLE_COUNT; i++) await open();
    await expectService();
  });

  it('serves beside heads and bodies that never end', async () => {
    const head = 'POST /v1/decisions HTTP/1.1\r\nhost: keyart\r\n';
    for (let i = 0; i < SLOW_COUNT; i++) {
      (await open()).write(`${head}x-slow: `);
      const body = { ...AUTHORIZATION, ...JSON_TYPE, 'content-length': '1000' };
      (await open()).write(requestText('POST /v1/decisions HTTP/1.1', body, '{"memberId":'));
    }
    await expectService();
  });

  it.each([
    [
      'a header of a megabyte',
      requestText('GET /health/live HTTP/1.1', { 'x-long': 'x'.repeat(MEBIBYTE) }),
      431,
    ],
    ['10,000 headers', requestText(`GET /health/live HTTP/1.1\r\n${'a: b\r\n'.repeat(10_000)}c: d`), 431],
    [
      'two lengths',
      requestText('POST /v1/events HTTP/1.1\r\ncontent-length: 5', { 'content-length': '6' }),
      400,
    ],
    [
      'a length beside chunks',
      requestText('POST /v1/events HTTP/1.1', { 'content-length': '3', 'transfer-encoding': 'chunked' }),
      400,
    ],
    ['a bare line feed in a header', 'GET /health/live HTTP/1.1\nhost: keyart\n evil: x\n\n', 400],
    ['an unknown method', requestText('BREW /v1/titles HTTP/1.1'), 400],
  ])('refuses %s', async (_name, text, status) => {
    const answer = await (await open()).write(text).answer();
    expect([status, 0]).toContain(statusOf(answer));
    expect(answer).not.toMatch(LEAKS);
    await expectService();
  });

  it.each([
    ['a megabyte of digits', `{"memberId":${'9'.repeat(MEBIBYTE)}}`],
    ['a member id of seven megabytes', JSON.stringify(page(['a'], { memberId: 'x'.repeat(7 * MEBIBYTE) }))],
    ['100,000 titles', JSON.stringify(page(Array.from({ length: 100_000 }, () => 'a')))],
    ['one field twice', '{"memberId":"a","memberId":7,"surface":{},"titles":[]}'],
    ['a byte order mark', '\ufeff{}'],
    ['numbers beyond doubles', '{"deadlineMs":1e999}'],
  ])('names what is wrong with %s', async (_name, raw) => {
    for (const path of ['/v1/decisions', '/v1/events']) {
      const answer = await api.call('POST', path, { raw });
      expect([400, 413]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toMatch(LEAKS);
      expect(JSON.stringify(answer.body).length).toBeLessThan(10_000);
    }
    await expectService();
  });

  it.each([
    '/v1/artworks/..%2f..%2f..%2fetc%2fpasswd/image',
    '/v1/artworks/%2e%2e/image',
    '/v1/artworks/metropolis-0%00.png/image',
    '//v1//titles',
    '/problems/..%2f..%2fpackage.json',
    '/v1/titles/x%0d%0aset-cookie:%20a=b',
  ])('gives nothing away for %s', async (path) => {
    const answer = await (await open()).write(requestText(`GET ${path} HTTP/1.1`, AUTHORIZATION)).answer();
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400);
    expect(statusOf(answer)).toBeLessThan(500);
    expect(answer).not.toMatch(/^set-cookie|root:x|"dependencies"/m);
    expect(answer).not.toMatch(LEAKS);
  });

  it('answers pipelined requests in order', async () => {
    const wanted = ['live', 'nothing', 'live'];
    const texts = wanted.map((name, i) =>
      requestText(`GET /health/${name} HTTP/1.1`, { connection: i === 2 ? 'close' : 'keep-alive' }),
    );
    const answer = await (await open()).write(texts.join('')).answer();
    expect([...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual([
      '200',
      '404',
      '200',
    ]);
  });

  it('keeps the first of two events of one id, whatever the second says', async () => {
    const { body } = await api.call('POST', '/v1/decisions', { body: page(['metropolis']) });
    const { decisionId } = body.decisions[0];
    const occurredAt = new Date(START_MS).toISOString();
    const event = { eventId: 'replayed', decisionId, type: 'impression', occurredAt };
    const first = await api.call('POST', '/v1/events', { body: { events: [event] } });
    expect(first.body).toMatchObject({ accepted: 1, duplicates: 0 });
    const forged = { ...event, type: 'completion' };
    const second = await api.call('POST', '/v1/events', { body: { events: [forged, forged] } });
    expect(second.body).toMatchObject({ accepted: 0, duplicates: 2, rejected: [] });
    const { rows } = await api.db.database.pool.query("SELECT type FROM event WHERE id = 'replayed'");
    expect(rows).toEqual([{ type: 'impression' }]);
  });

  it.each([
    ['0001-01-01T00:00:00Z', 1],
    ['2026-03-02T19:59:00Z', 1],
    ['2026-03-03T20:00:00Z', 0],
    ['9999-12-31T23:59:59Z', 0],
  ])('judges an event of %s by the clock', async (occurredAt, accepted) => {
    const { body } = await api.call('POST', '/v1/decisions', { body: page(['metropolis']) });
    const { decisionId } = body.decisions[0];
    const event = { eventId: `at-${occurredAt}`, decisionId, type: 'play', occurredAt };
    const answer = await api.call('POST', '/v1/events', { body: { events: [event] } });
    expect(answer.body).toMatchObject({ accepted });
    await expectService();
  });
});

import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { expectProblem } from './support/expect-problem';

describe('the audit', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const entries = async (query = '') => (await api.call('GET', `/v1/audit?limit=200${query}`)).body.items;
  /** The entry of a call, by its request id. */
  const entryOf = async (answer: { headers: Headers }) =>
    (await entries()).find(
      ({ requestId }: { requestId: string }) => requestId === answer.headers.get('x-request-id'),
    );

  it('tells who did what, with which outcome, and never a key', async () => {
    const made = await api.call('POST', '/v1/keys', { body: { name: 'audited', scopes: ['decide'] } });
    expect(await entryOf(made)).toEqual({
      entryId: expect.stringMatching(/^\d+$/),
      at: '2026-03-01T20:00:00.000Z',
      keyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      keyName: 'all',
      method: 'POST',
      route: '/v1/keys',
      target: {},
      requestId: made.headers.get('x-request-id'),
      status: 201,
      summary: `made ${made.body.keyId} for decide`,
    });
    const revoked = await api.call('DELETE', `/v1/keys/${made.body.keyId}`);
    expect(await entryOf(revoked)).toMatchObject({ status: 204, target: { keyId: made.body.keyId } });
    expect(JSON.stringify(await entries())).not.toContain(made.body.key);
  });

  it('keeps refused calls', async () => {
    const noRight = await api.call('POST', '/v1/jobs/train-baseline', { key: keyOf('decide') });
    expect(await entryOf(noRight)).toMatchObject({
      status: 403,
      keyName: 'decide',
      target: { name: 'train-baseline' },
    });
    const wrong = await api.call('POST', '/v1/keys', { body: {} });
    expect(await entryOf(wrong)).toMatchObject({ status: 400 });
    const broken = await api.call('POST', '/v1/keys', { raw: '{' });
    expect(await entryOf(broken)).toMatchObject({ status: 400 });
    const odd = await api.call('DELETE', '/v1/keys/a%00b');
    expect(await entryOf(odd)).toMatchObject({ status: 400, target: { keyId: 'a b' } });
  });

  it('names members by pseudonym', async () => {
    const answer = await api.call('POST', '/v1/jobs/build-profile', { body: { memberId: 'marked-member' } });
    expect((await entryOf(answer)).target.memberId).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(await entries())).not.toContain('marked-member');
  });

  it('has the refused call of every route that only administrators may call, and of no other', async () => {
    const { paths } = (await api.call('GET', '/docs-json', { key: null })).body;
    const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    );
    let auditedCount = 0;
    for (const { method, path } of routes) {
      const answer = await api.call(method, path.replaceAll(/\{\w+\}/g, 'x'), { key: keyOf('decide') });
      const challenge = answer.headers.get('www-authenticate') ?? '';
      const isForAdministrators = challenge.endsWith('scope="admin"');
      const entry = await entryOf(answer);
      expect({ method, path, isAudited: entry !== undefined }).toEqual({
        ...{ method, path },
        isAudited: isForAdministrators,
      });
      if (isForAdministrators) auditedCount++;
    }
    expect(auditedCount).toBeGreaterThan(20);
  });

  it('names the member who is erased or exported by pseudonym', async () => {
    const erased = await api.call('DELETE', '/v1/members/marked-member');
    const exported = await api.call('GET', '/v1/members/marked-member/export');
    const [{ target }, { target: same }] = [await entryOf(erased), await entryOf(exported)];
    expect(target).toEqual({ memberId: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(same).toEqual(target);
    expect(JSON.stringify(await entries())).not.toContain('marked-member');
  });

  it('leaves calls of other scopes out', async () => {
    const read = await api.call('GET', '/v1/titles');
    expect(await entryOf(read)).toBeUndefined();
    const stranger = await api.call('GET', '/v1/keys', { key: 'nobody' });
    expect(await entryOf(stranger)).toBeUndefined();
  });

  it('is read by pages, key and time', async () => {
    const { body } = await api.call('GET', '/v1/audit?limit=2');
    expect(body.items).toHaveLength(2);
    const next = await api.call('GET', `/v1/audit?limit=2&after=${body.nextCursor}`);
    expect(Number(next.body.items[0].entryId)).toBeLessThan(Number(body.items[1].entryId));
    const [{ keyId }] = body.items;
    const own = await entries(`&keyId=${keyId}`);
    expect(new Set(own.map((entry: { keyName: string }) => entry.keyName))).toEqual(new Set(['all']));
    expect(await entries('&from=2026-03-02T00:00:00Z')).toEqual([]);
    const foreign = Buffer.from('no-entry').toString('base64url');
    expect(await entries(`&after=${foreign}`)).toEqual([]);
  });

  it('is changed by nobody and shortened by retention only', async () => {
    const { pool } = api.db.database;
    const refused = { code: '23001' };
    await expect(pool.query(`UPDATE audit_entry SET key_name = 'x'`)).rejects.toMatchObject(refused);
    await expect(pool.query(`UPDATE audit_entry SET status = 200`)).rejects.toMatchObject(refused);
    await expect(pool.query('DELETE FROM audit_entry')).rejects.toMatchObject(refused);
    await expect(pool.query('TRUNCATE audit_entry')).rejects.toMatchObject(refused);
    const pruned = async (before: string): Promise<number> =>
      (await pool.query('SELECT prune_audit($1, 1) AS count', [before])).rows[0].count;
    expect(await pruned('2026-03-01T20:00:00Z')).toBe(0);
    expect(await pruned('2026-03-02T00:00:00Z')).toBe(1);
    await expect(pool.query('DELETE FROM audit_entry')).rejects.toMatchObject(refused);
    await expect(pool.query('TRUNCATE audit_entry')).rejects.toMatchObject(refused);
  });

  it('lets nothing be done that it cannot write down', async () => {
    const { pool } = api.db.database;
    await pool.query('ALTER TABLE audit_entry RENAME TO away');
    const job = await api.call('POST', '/v1/jobs/train-baseline', { body: {} });
    const made = await api.call('POST', '/v1/keys', { body: { name: 'unseen', scopes: ['decide'] } });
    await pool.query('ALTER TABLE away RENAME TO audit_entry');
    expectProblem(job, 500, 'internal');
    expectProblem(made, 500, 'internal');
    expect(api.jobs.enqueued.filter(({ name }) => name === 'train-baseline')).toEqual([]);
    expect((await pool.query(`SELECT FROM api_key WHERE name = 'unseen'`)).rowCount).toBe(0);
  });
});

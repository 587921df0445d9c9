import { readdirSync } from 'node:fs';
import { QueueUnavailableError } from '@keyart/queue';
import { PROBLEM_TYPES } from '../../apps/api/src/problems/problem-types';
import { startApi, type ApiFixture } from './support/api-fixture';
import { page } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

describe('the service around the routes', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('has a page for each kind of problem, and no other', async () => {
    const files = readdirSync('docs/problems').map((name) => name.replace('.md', ''));
    expect(files.sort()).toEqual(Object.keys(PROBLEM_TYPES).sort());
    const { status, body } = await api.call('GET', '/problems/invalid-body', { key: null });
    expect(status).toBe(200);
    expect(body).toContain('The body does not fit');
    expectProblem(await api.call('GET', '/problems/nothing', { key: null }), 404, 'unknown-resource');
  });

  it('sets security headers and a request id on every answer', async () => {
    const requestId = '9b2f4f0e-7a44-4c0e-9d0c-0a8c9f3f1d22';
    const { headers } = await api.call('GET', '/v1/titles', { headers: { 'x-request-id': requestId } });
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-request-id': requestId,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    const odd = await api.call('GET', '/v1/titles', { headers: { 'x-request-id': 'x y' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('describes itself at /docs-json, and shows it at /docs', async () => {
    const { body } = await api.call('GET', '/docs-json', { key: null });
    expect(body.paths['/v1/decisions'].post.requestBody.content['application/json'].schema.$ref).toBe(
      '#/components/schemas/DecisionsRequestDto',
    );
    expect(body.components.schemas.DecisionsRequestDto.properties.titles.maxItems).toBe(200);
    for (const path of ['/docs', '/docs/start.js', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js'])
      expect((await api.call('GET', path, { key: null })).status).toBe(200);
  });

  it('does not show viewers’ pages unless told to', async () => {
    expectProblem(await api.call('GET', '/', { key: null }), 404, 'unknown-route');
  });

  it('puts jobs in line and tells how they are doing', async () => {
    const { status, body } = await api.call('POST', '/v1/jobs/build-profile', { body: { memberId: 'ana' } });
    expect(status).toBe(202);
    const found = await api.call('GET', `/v1/jobs/build-profile/${body.jobId}`);
    expect(found.body).toMatchObject({ jobId: body.jobId, state: 'waiting' });
    expect((await api.call('POST', '/v1/jobs/train-baseline')).status).toBe(202);
    expectProblem(await api.call('GET', '/v1/jobs/build-profile/none'), 404, 'unknown-resource');
  });

  it('is ready, and says which part is missing when it is not', async () => {
    expect((await api.call('GET', '/health/live', { key: null })).body).toEqual({ status: 'ok' });
    const ready = await api.call('GET', '/health/ready', { key: null });
    expect(ready.status).toBe(200);
    expect(ready.body.details).toMatchObject({
      database: { status: 'up' },
      pictures: { status: 'up' },
      models: { status: 'up' },
      assignments: { status: 'up' },
      llm: { status: 'up', isDegraded: true, reason: 'no LLM: its tier is out' },
    });
    api.jobs.failure = new QueueUnavailableError(new Error('gone'));
    const unready = await api.call('GET', '/health/ready', { key: null });
    expect(unready.status).toBe(503);
    expect(unready.headers.get('retry-after')).toBe('2');
    expect(unready.body.error.queue).toEqual({ status: 'down', reason: 'the job queue cannot be reached' });
    const refused = await api.call('POST', '/v1/jobs/train-baseline', { body: {} });
    expectProblem(refused, 503, 'dependency-unavailable');
    expect(JSON.stringify(refused.body)).not.toContain('gone');
    api.jobs.failure = null;
  });

  it('tells nothing of a fault inside', async () => {
    api.jobs.failure = new Error('secret: password');
    const answer = await api.call('POST', '/v1/jobs/train-baseline', { body: {} });
    api.jobs.failure = null;
    expectProblem(answer, 500, 'internal');
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });
});

describe('with the database gone', () => {
  it('answers 503 with Retry-After, decides nothing, and stays alive', async () => {
    const api = await startApi();
    await api.call('GET', '/v1/titles');
    await api.db.database.close();
    const answer = await api.call('POST', '/v1/decisions', { body: page(['x']) });
    expectProblem(answer, 503, 'dependency-unavailable');
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await api.call('GET', '/health/live', { key: null })).status).toBe(200);
    const ready = await api.call('GET', '/health/ready', { key: null });
    expect(ready.body.error.database.status).toBe('down');
    await api.close();
  });
});

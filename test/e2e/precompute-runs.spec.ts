import { randomUUID } from 'node:crypto';
import { startApi, type ApiFixture } from './support/api-fixture';
import { expectProblem } from './support/expect-problem';

describe('precompute runs over HTTP', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('begins one at a time, shows it, pauses, resumes and cancels it', async () => {
    const begun = await api.call('POST', '/v1/precompute-runs');
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({ status: 'running', reason: null, doneCount: 0, finishedAt: null });
    const path = `/v1/precompute-runs/${begun.body.runId}`;
    expectProblem(await api.call('POST', '/v1/precompute-runs'), 409, 'conflict');
    expect((await api.call('POST', `${path}/pause`)).body).toMatchObject({ status: 'paused', reason: null });
    expectProblem(await api.call('POST', `${path}/pause`), 409, 'conflict');
    expect((await api.call('POST', `${path}/resume`)).body).toMatchObject({ status: 'running' });
    const cancelled = await api.call('POST', `${path}/cancel`);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', finishedAt: expect.any(String) as string });
    expectProblem(await api.call('POST', `${path}/resume`), 409, 'conflict');
    expect((await api.call('GET', path)).body).toEqual(cancelled.body);
    expect((await api.call('GET', '/v1/precompute-runs')).body).toEqual([cancelled.body]);
  });

  it('knows no other run', async () => {
    for (const runId of ['none', randomUUID()])
      expectProblem(await api.call('GET', `/v1/precompute-runs/${runId}`), 404, 'unknown-resource');
  });
});

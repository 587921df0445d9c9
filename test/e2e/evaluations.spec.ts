import { loadConfiguration } from '@keyart/common';
import { EvaluationsRepository } from '@keyart/db';
import { servingParametersOf } from '@keyart/decisions';
import { LogStore, RequestEvaluator, RunEvaluation } from '@keyart/offline-evaluation';
import { QueueUnavailableError } from '@keyart/queue';
import { LogFolder, logRows } from '../factories/decision-log-file.factory';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { expectProblem } from './support/expect-problem';

const REQUEST = { log: 'log.csv', target: 'policy:uniform', bootstrap: 10 };

describe('evaluations', () => {
  let api: ApiFixture;
  let folder: LogFolder;

  beforeAll(async () => {
    api = await startApi();
    folder = new LogFolder();
    folder.writeCsv('log.csv', logRows(300).log);
  });
  afterAll(async () => {
    folder.remove();
    await api.close();
  });

  const post = (body: object, key?: string) => api.call('POST', '/v1/evaluations', { body, key });

  /** What the worker does with the job. */
  async function work(): Promise<void> {
    const { database } = api.db;
    const openRanker = () => Promise.reject(new Error('no LLM'));
    const parameters = servingParametersOf(loadConfiguration({}));
    const { clock } = api;
    const logs = new LogStore(folder.path);
    const evaluator = new RequestEvaluator({ database, logs, parameters, openRanker, clock });
    const evaluations = new EvaluationsRepository(database);
    const run = new RunEvaluation({ evaluations, evaluator, clock, logger: { error: () => undefined } });
    for (const { name, payload } of api.jobs.enqueued)
      if (name === 'evaluate-log' && 'evaluationId' in payload)
        await run.run(payload.evaluationId as string, { isLast: false, onProgress: () => undefined });
  }

  it('are put in line, carried out, and shown as JSON and as a page', async () => {
    const asked = await post(REQUEST);
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({ status: 'queued', progress: 0, request: REQUEST, requestedBy: 'all' });
    const path = `/v1/evaluations/${asked.body.evaluationId}`;
    expect((await api.call('GET', path)).body).toMatchObject({ status: 'queued', result: null });
    const early = await api.call('GET', `${path}/report`);
    expectProblem(early, 409, 'conflict');
    expect(early.body.detail).toBe('the evaluation is queued: there is no result');
    await work();
    const { body } = await api.call('GET', path);
    expect(body).toMatchObject({ status: 'done', progress: 1, problem: null });
    expect(body.result).toMatchObject({ schema: 'evaluation/1', policies: { target: 'policy:uniform' } });
    const page = await api.call('GET', `${path}/report`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).toContain('policy:uniform');
    expect((await api.call('GET', '/v1/evaluations?limit=1')).body).toMatchObject({
      ...{ items: [{ status: 'done' }], nextCursor: null },
    });
  });

  it('are not left in line where the queue takes no job', async () => {
    api.jobs.failure = new QueueUnavailableError(new Error('gone'));
    expectProblem(await post(REQUEST), 503, 'dependency-unavailable');
    api.jobs.failure = null;
    const { items, nextCursor } = (await api.call('GET', '/v1/evaluations?limit=1')).body;
    const older = await api.call('GET', `/v1/evaluations?limit=1&after=${nextCursor}`);
    const problems = [...items, ...older.body.items].map((one: { problem: string | null }) => one.problem);
    expect(problems).toContain('the queue took no job: ask again');
    expect(problems).toContain(null);
  });

  it('are for analysts, and known', async () => {
    expectProblem(await post(REQUEST, keyOf('decide')), 403, 'missing-scope');
    const unknown = '/v1/evaluations/00000000-0000-4000-8000-000000000000';
    expectProblem(await api.call('GET', unknown), 404, 'unknown-resource');
    expectProblem(await api.call('GET', '/v1/evaluations/none/report'), 404, 'unknown-resource');
  });

  it.each([
    ['log', { log: '../../etc/passwd.csv' }],
    ['log', { log: '/etc/passwd.csv' }],
    ['log', { log: 'logs/*.csv' }],
    ['log', { log: 'a/./b.csv' }],
    ['log', { log: 'log.xlsx' }],
    ['log', { log: undefined }],
    ['target', { target: "x'; DROP TABLE log; --.csv" }],
    ['target', { target: 'column:a"b' }],
    ['baseline', { baseline: 'https://example.org/x.csv' }],
    ['facets', { facets: '.hidden.csv' }],
    ['rewardModel', { rewardModel: 'constant:x' }],
    ['alpha', { alpha: 0 }],
    ['bootstrap', { bootstrap: 1e6 }],
    ['seed', { seed: 1.5 }],
    ['segments', { segments: ['device', 'user_id'] }],
    ['segments', { segments: Array.from({ length: 11 }, (_, i) => `c${i}`) }],
  ])('refuse a bad %s by name', async (field, more) => {
    const refused = await post({ ...REQUEST, ...more });
    expectProblem(refused, 400, 'invalid-body');
    expect(refused.body.errors.map((one: { field: string }) => one.field)).toContain(field);
  });
});

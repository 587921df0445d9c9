import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apiKeyHash } from '@keyart/common';
import type { EvaluationWithResultDto } from '@keyart/contracts';
import { ApiKeysRepository } from '@keyart/db';
import { logMembers } from '../factories/experiment-log.factory';
import { eventually } from '../support/eventually';
import { EVENING } from '../support/record.factory';
import { spawnEntry, type SpawnedProcess } from '../support/spawned-process';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const KEY = 'key-of-the-evaluation-test';
const LIMIT_MS = 90_000;

// Processes take seconds to start on a busy machine.
jest.setTimeout(240_000);

describe('evaluations by an API and a worker of their own', () => {
  let test: TestDatabase;
  let home: string;
  let url: string;
  let environment: Record<string, string>;
  const spawned: SpawnedProcess[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
    home = mkdtempSync(path.join(tmpdir(), 'keyart-evaluations-'));
    ['logs', 'tmp'].forEach((name) => mkdirSync(path.join(home, name)));
    environment = { DATABASE_URL: test.url, LLM: 'off', PORT: '0', KEYART_HOME: home, DRAIN_MS: '0' };
    const keyHash = apiKeyHash(KEY);
    await new ApiKeysRepository(test.database).create({ name: 'ana', keyHash, scopes: ['analyst'] });
    const members = { experiment: null, arm: null, count: 60, takerCount: 30, decidedAt: EVENING };
    await logMembers(test.database, { ...members, memberPrefix: 'own' });
    url = String((await start('apps/api/src/main.js').logged('listening')).url);
  });
  afterAll(async () => {
    spawned.forEach((one) => one.signal('SIGKILL'));
    await Promise.all(spawned.map(({ ended }) => ended));
    await test.drop();
    rmSync(home, { recursive: true });
  });

  function start(entry: string): SpawnedProcess {
    const more = { WORKER_DRAIN_MS: '0', TMPDIR: path.join(home, 'tmp') };
    const one = spawnEntry(entry, { ...environment, ...more });
    spawned.push(one);
    return one;
  }
  async function startWorker(): Promise<SpawnedProcess> {
    const worker = start('apps/worker/src/main.js');
    await worker.logged('taking jobs');
    return worker;
  }

  const left = (): string[] =>
    readdirSync(path.join(home, 'tmp')).filter((name) => name.startsWith('keyart-'));
  const call = (route: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}/v1/evaluations${route}`, {
      ...init,
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    });
  const post = (body: object): Promise<Response> => call('', { method: 'POST', body: JSON.stringify(body) });
  const find = async (id: string): Promise<EvaluationWithResultDto> =>
    (await (await call(`/${id}`)).json()) as EvaluationWithResultDto;

  async function asked(body: object): Promise<string> {
    const answer = await post(body);
    expect(answer.status).toBe(202);
    return ((await answer.json()) as EvaluationWithResultDto).evaluationId;
  }
  const ended = (id: string): Promise<EvaluationWithResultDto> =>
    eventually(
      () => find(id),
      ({ status }) => status === 'done' || status === 'failed',
      LIMIT_MS,
    );

  it('end in a verdict, a page, or a text that says why not; and leave no file behind', async () => {
    const worker = await startWorker();
    const [own, gone] = [
      await asked({ log: 'service', target: 'policy:uniform', bootstrap: 20 }),
      await asked({ log: 'gone.csv', target: 'policy:uniform' }),
    ];
    expect(await ended(own)).toMatchObject({
      ...{ status: 'done', progress: 1, problem: null, requestedBy: 'ana' },
      result: {
        schema: 'evaluation/1',
        verdict: expect.any(String),
        dataset: { file: 'service', rowCount: 60 },
      },
    });
    const page = await call(`/${own}/report`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('policy:uniform');
    expect(await ended(gone)).toMatchObject({
      ...{ status: 'failed', result: null, problem: 'log: there is no file gone.csv in the folder of logs' },
    });
    expect((await call(`/${gone}/report`)).status).toBe(409);
    expect((await post({ log: '../gone.csv', target: 'policy:uniform' })).status).toBe(400);
    expect(left()).toEqual([]);
    worker.signal('SIGTERM');
    expect(await worker.ended).toBe(0);
  });

  it('are handed back by a worker that ends, which takes the members it wrote with it', async () => {
    const first = await startWorker();
    const id = await asked({ log: 'service', target: 'policy:uniform', bootstrap: 10_000 });
    await eventually(
      () => Promise.resolve(left()),
      (names) => names.some((name) => name.startsWith('keyart-evaluation-')),
      LIMIT_MS,
    );
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(left()).toEqual([]);
    const second = await startWorker();
    expect(await ended(id)).toMatchObject({ status: 'done' });
    second.signal('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(left()).toEqual([]);
  });
});

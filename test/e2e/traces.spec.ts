import { apiKeyHash } from '@keyart/common';
import { ApiKeysRepository } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { eventually } from '../support/eventually';
import { startOtlpReceiver, type OtlpReceiver } from '../support/otlp-receiver';
import { spawnEntry, type SpawnedProcess } from '../support/spawned-process';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { page } from './support/catalogue.factory';

const KEY = 'key-of-the-trace-test';
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const SPAN_ID = 'b7ad6b7169203331';
const MEMBER_ID = 'member-of-the-trace-test';

// A process takes seconds to start on a busy machine.
jest.setTimeout(240_000);

describe('traces', () => {
  let test: TestDatabase;
  let receiver: OtlpReceiver;
  let environment: Record<string, string>;
  const spawned: SpawnedProcess[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
    receiver = await startOtlpReceiver();
    const { url: OTEL_EXPORTER_OTLP_ENDPOINT } = receiver;
    environment = {
      DATABASE_URL: test.url,
      LLM: 'off',
      PORT: '0',
      DRAIN_MS: '0',
      OTEL_EXPORTER_OTLP_ENDPOINT,
    };
    const scopes = ['decide', 'admin'];
    await new ApiKeysRepository(test.database).create({ name: 'test', keyHash: apiKeyHash(KEY), scopes });
  });
  afterAll(async () => {
    spawned.forEach((one) => one.signal('SIGKILL'));
    receiver.close();
    await test.drop();
  });

  async function post(url: string, body: object): Promise<Response> {
    const headers = {
      ...{ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      traceparent: `00-${TRACE_ID}-${SPAN_ID}-01`,
    };
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async function end(one: SpawnedProcess): Promise<void> {
    one.signal('SIGTERM');
    expect(await one.ended).toBe(0);
  }

  it('continue the caller’s, from the request to the job, without personal data', async () => {
    const api = spawnEntry('apps/api/src/main.js', environment);
    const worker = spawnEntry('apps/worker/src/main.js', environment);
    spawned.push(api, worker);
    const { url } = await api.logged('listening');
    await worker.logged('taking jobs');
    await eventually(
      () => post(`${url}/v1/decisions`, page(['unknown'], { memberId: MEMBER_ID })),
      ({ status }) => status === 200,
    );
    const queued = await post(`${url}/v1/jobs/build-profile`, { memberId: MEMBER_ID });
    const { jobId } = (await queued.json()) as { jobId: string };
    const producer = new BullJobProducer(queueOptions({ databaseUrl: test.url }));
    await eventually(
      () => producer.status('build-profile', jobId),
      (job) => job?.state === 'failed',
    );
    await producer.close();
    await Promise.all([end(api), end(worker)]);

    const ofCaller = receiver.spans.filter(({ traceId }) => traceId === TRACE_ID);
    const request = ofCaller.findLast(({ name }) => name === 'POST /v1/decisions');
    expect(request?.parentSpanId).toBe(SPAN_ID);
    const steps = ofCaller.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['decide.read', 'decide.scores', 'decide.choose', 'decide.commit']),
    );
    expect(ofCaller.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'POST /v1/jobs/:name',
        'add build-profile.build-profile',
        'process build-profile',
      ]),
    );
    expect(receiver.text()).not.toContain(MEMBER_ID);
    expect(receiver.text()).toContain('keyart-worker');
  });
});

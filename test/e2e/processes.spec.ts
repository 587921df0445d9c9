import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apiKeyHash } from '@keyart/common';
import { ApiKeysRepository, ArtworksRepository, MembersRepository, TitlesRepository } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { eventually } from '../support/eventually';
import { spawnEntry, type SpawnedProcess } from '../support/spawned-process';
import { aHistoryEntry, anArtwork, aTitle } from '../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { page } from './support/catalogue.factory';

const API = 'apps/api/src/main.js';
const WORKER = 'apps/worker/src/main.js';
const KEY = 'key-of-the-process-test';

// A process takes seconds to start on a busy machine.
jest.setTimeout(240_000);

describe('stand-alone processes', () => {
  let test: TestDatabase;
  let environment: Record<string, string>;
  const spawned: SpawnedProcess[] = [];

  function start(entry: string, more: Record<string, string> = {}): SpawnedProcess {
    const one = spawnEntry(entry, { ...environment, ...more });
    spawned.push(one);
    return one;
  }

  beforeAll(async () => {
    test = await createTestDatabase();
    const home = await mkdtemp(path.join(tmpdir(), 'keyart-processes-'));
    environment = { DATABASE_URL: test.url, LLM: 'off', PORT: '0', KEYART_HOME: home, DRAIN_MS: '0' };
    const keyHash = apiKeyHash(KEY);
    await new ApiKeysRepository(test.database).create({ name: 'test', keyHash, scopes: ['decide'] });
    await new TitlesRepository(test.database).upsert(aTitle());
    const artworks = new ArtworksRepository(test.database);
    await artworks.upsert(anArtwork({ artworkId: 'a' }));
    await artworks.attachPicture('a', {
      sha256: '0'.repeat(64),
      widthPx: 960,
      heightPx: 540,
      mediaType: 'image/png',
      sizeBytes: 9,
    });
  });
  afterAll(async () => {
    spawned.forEach((one) => one.signal('SIGKILL'));
    await test.drop();
    await rm(environment.KEYART_HOME, { recursive: true });
  });

  async function startApi(more: Record<string, string> = {}): Promise<{ api: SpawnedProcess; url: string }> {
    const api = start(API, more);
    const url = String((await api.logged('listening')).url);
    await eventually(
      () => ready(url),
      ({ status }) => status === 200,
    );
    return { api, url };
  }

  const ready = (url: string): Promise<Response> => fetch(`${url}/health/ready`);

  const decide = (url: string): Promise<Response> =>
    fetch(`${url}/v1/decisions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(page([aTitle().titleId])),
    });

  /** Holds every write of decisions until released. */
  async function holdCommits(): Promise<() => Promise<void>> {
    const client = await test.database.pool.connect();
    await client.query('BEGIN; LOCK TABLE decision IN EXCLUSIVE MODE');
    return () => client.query('COMMIT').then(() => client.release());
  }

  const waitingWriters = async (): Promise<number> => {
    const text = `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND relation = 'decision'::regclass`;
    return (await test.database.query<{ count: number }>({ text }))[0].count;
  };

  it('answers every request that was in flight when told to end, and ends well', async () => {
    const { api, url } = await startApi();
    const release = await holdCommits();
    const answers = Array.from({ length: 5 }, () => decide(url));
    await eventually(waitingWriters, (count) => count > 0);
    api.signal('SIGTERM');
    await api.logged('shutting down');
    await release();
    for (const { status, headers } of await Promise.all(answers))
      expect([status, headers.get('connection')]).toEqual([200, 'close']);
    expect(await api.ended).toBe(0);
    await expect(ready(url)).rejects.toThrow('fetch failed');
  });

  it('says that it is not ready while draining, and still answers', async () => {
    const { api, url } = await startApi({ DRAIN_MS: '1500' });
    api.signal('SIGTERM');
    await api.logged('shutting down');
    const unready = await ready(url);
    expect(unready.status).toBe(503);
    expect(unready.headers.get('retry-after')).toBe('2');
    expect(await unready.json()).toMatchObject({
      error: { process: { reason: 'the process is shutting down' } },
    });
    const answer = await decide(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('connection')).toBe('close');
    expect(await api.ended).toBe(0);
  });

  it('ends at once when told twice', async () => {
    const { api, url } = await startApi();
    const release = await holdCommits();
    const answer = decide(url).catch((error: Error) => error.message);
    await eventually(waitingWriters, (count) => count > 0);
    api.signal('SIGTERM');
    await api.logged('shutting down');
    api.signal('SIGTERM');
    expect(await api.ended).toBe(128 + 15);
    expect(await answer).toBe('fetch failed');
    await release();
  });

  it('works jobs off in a worker, which ends well', async () => {
    await new MembersRepository(test.database).importHistory('ana', { entries: [aHistoryEntry()] });
    const worker = start(WORKER, { WORKER_METRICS_PORT: '0' });
    const { metricsUrl } = await worker.logged('taking jobs');
    const producer = new BullJobProducer(queueOptions({ databaseUrl: test.url }));
    const { jobId } = await producer.enqueue('build-profile', { memberId: 'ana' });
    const status = await eventually(
      () => producer.status('build-profile', jobId),
      (job) => job?.state === 'completed',
    );
    expect(status?.failure).toBeNull();
    const metrics = await (await fetch(`${String(metricsUrl)}/metrics`)).text();
    expect(metrics).toContain('keyart_job_seconds_count{job="build-profile",result="completed"} 1');
    expect(metrics).toContain('keyart_queue_lag_seconds{job="build-profile"} 0');
    expect(metrics).toContain('keyart_reward_lag_seconds 0');
    expect((await fetch(`${String(metricsUrl)}/health/ready`)).status).toBe(200);
    await producer.close();
    worker.signal('SIGTERM');
    expect(await worker.ended).toBe(0);
  });

  it.each([API, WORKER])('%s names what the configuration lacks', async (entry) => {
    const lacking = start(entry, { DATABASE_URL: '' });
    expect((await lacking.logged('the process failed')).reason).toContain('DATABASE_URL is needed');
    expect(await lacking.ended).toBe(2);
  });
});

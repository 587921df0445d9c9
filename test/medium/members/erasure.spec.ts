import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CatalogueCache, FolderPictureStore } from '@keyart/catalog';
import { apiKeyOf, createLogger, loadConfiguration, newApiKey, SystemClock } from '@keyart/common';
import { API_SCOPES } from '@keyart/contracts';
import { ApiKeysRepository } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { Redis } from 'ioredis';
import { createApi } from '../../../apps/api/src/create-api';
import { exportLog } from '@keyart/offline-evaluation';
import { createWorker } from '../../../apps/worker/src/create-worker';
import { fillTables } from '../../factories/marked-member.factory';
import { repositoriesOf } from '../../factories/serving-world.factory';
import { dumpDatabase, dumpFiles, dumpRedis } from '../../support/dump-everything';
import { eventually } from '../../support/eventually';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { aHistoryEntry, anArtwork, aTitle } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { NO_PICTURES } from '../../support/no-pictures.fake';
import { NO_VISION } from '../../support/no-vision.fake';

const GRACE_MS = 3_000;
const SURFACE = { aspect: '16:9', locale: 'en', region: 'PT', device: 'web', maturity: '18' };

describe.each(QUEUE_BACKENDS)('a member who was erased, queue on $backend', ({ backend, queueUrl }) => {
  const marker = `marked-${backend.toLowerCase()}-${process.pid}-${Date.now()}`;
  const memberId = `${marker} id`;
  const member = `/v1/members/${encodeURIComponent(memberId)}`;
  const logLines: string[] = [];
  const { key } = newApiKey('keyart_test');
  let test: TestDatabase;
  let home: string;
  let redis: Redis | null;
  let jobs: BullJobProducer;
  let api: NestFastifyApplication;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    test = await createTestDatabase();
    const { database, url: databaseUrl } = test;
    home = await mkdtemp(path.join(tmpdir(), 'keyart-erasure-'));
    redis = queueUrl ? new Redis(queueUrl) : null;
    const configuration = {
      ...loadConfiguration({}),
      ...{ KEYART_HOME: home, QUEUE_URL: queueUrl, ERASURE_GRACE_MS: GRACE_MS },
    };
    const logger = createLogger('test', 'trace', { write: (line) => void logLines.push(line) });
    const clock = new SystemClock();
    const { titles, artworks } = repositoriesOf(database);
    await titles.upsert(aTitle());
    const { keyHash, prefix } = apiKeyOf(key, 'keyart_test');
    await new ApiKeysRepository(database).create({ name: 'test', keyHash, prefix, scopes: API_SCOPES });
    const sha256 = 'a'.repeat(64);
    const size = { widthPx: 480, heightPx: 270, sizeBytes: 9, mediaType: 'image/png' };
    await artworks.upsert(anArtwork({ maturity: '0' }));
    await artworks.attachPicture('night-train-platform', { sha256, ...size });
    const catalogue = new CatalogueCache({ titles, artworks, logger });
    await catalogue.refresh();
    jobs = new BullJobProducer(queueOptions({ queueUrl, databaseUrl }));
    const pictures = new FolderPictureStore(path.join(home, 'pictures'));
    api = await createApi({ configuration, clock, dependencies: { database, jobs, pictures, logger } });
    await api.init();
    await api.getHttpAdapter().getInstance().ready();
    worker = await createWorker({
      pictures: NO_PICTURES,
      vision: NO_VISION,
      configuration,
      database,
      databaseUrl,
      catalogue,
      llm: null,
      clock,
      logger,
    });
  });

  afterAll(async () => {
    await worker.close();
    await api.close();
    await jobs.close();
    await redis?.quit();
    await rm(home, { recursive: true });
    await test.drop();
  });

  async function call(method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object) {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await api.inject({ method, url, headers, ...(payload && { payload }) });
    if (answer.statusCode < 300) return answer;
    throw new Error(`${method} ${url} answered ${answer.statusCode}: ${logLines.slice(-2).join('')}`);
  }

  /** Does what a viewer's evening does, over the service's own routes. */
  async function live(): Promise<void> {
    const entries = [
      { ...aHistoryEntry({ title: `${marker} film`, people: [`${marker} person`] }), year: 1945 },
    ];
    await call('PUT', `${member}/history`, { displayName: `${marker} name`, entries });
    const titles = [{ titleId: 'night-train', row: 0, position: 0 }];
    const decided = await call('POST', '/v1/decisions', { memberId, surface: SURFACE, titles });
    const { decisionId } = decided.json().decisions[0] as { decisionId: string };
    const occurredAt = new Date().toISOString();
    const events = ['impression', 'misleading'].map((type) => ({
      ...{ eventId: `${marker} ${decisionId} ${type}`, decisionId, type, occurredAt },
    }));
    await call('POST', '/v1/events', { events });
    await call('PUT', `${member}/preferences`, { isPersonalised: false });
    await call('PUT', `${member}/pins/night-train`, { artworkId: 'night-train-platform' });
    await jobs.enqueue('precompute-scores', { memberId });
  }

  const remains = async (): Promise<string[]> => {
    const lines = await Promise.all([
      dumpDatabase(test.database.pool),
      redis ? dumpRedis(redis) : [],
      dumpFiles(home),
      logLines,
    ]);
    return lines.flat().filter((line) => line.includes(marker) || line.includes(encodeURIComponent(marker)));
  };

  it('is found in no table, queue, file or log line', async () => {
    await fillTables(repositoriesOf(test.database), memberId);
    await test.database.pool.query(
      `INSERT INTO precompute_run (id, status, total_count, cursor, active_since, started_at, updated_at, finished_at)
       VALUES ('00000000-0000-4000-8000-000000000000', 'done', 1, $1, now(), now(), now(), now())`,
      [memberId],
    );
    await live();
    await call('POST', '/v1/jobs/build-profile', { memberId });
    await exportLog(repositoriesOf(test.database).log, path.join(home, 'exports', 'log.jsonl'));
    await eventually(
      () => jobs.ofMember(memberId),
      (found) => found.length >= 2 && found.every(({ state }) => state === 'completed' || state === 'failed'),
    );
    const before = await remains();
    for (const table of [
      'public.decision',
      'public.taste_version',
      'public.event',
      'public.misleading_report',
      'public.precompute_run',
      'public.title_review',
    ])
      expect(before.some((line) => line.startsWith(`${table} `))).toBe(true);
    expect(before.some((line) => /^bullmq\.job |^bull:/.test(line))).toBe(true);

    const asked = await call('DELETE', member);
    const { erasureId } = asked.json() as { erasureId: string };
    const state = async (): Promise<string> => (await call('GET', `/v1/erasures/${erasureId}`)).json().state;
    await eventually(state, (now) => now === 'sweeping');
    await live();
    await eventually(state, (now) => now === 'completed');
    await eventually(
      () => jobs.ofMember(memberId),
      ({ length }) => length === 0,
    );
    expect(await remains()).toEqual([]);
    const { rows: audited } = await test.database.pool.query(
      `SELECT method, target ->> 'memberId' AS member FROM audit_entry WHERE target ? 'memberId' ORDER BY id`,
    );
    const pseudonym = expect.stringMatching(/^[0-9a-f]{16}$/) as string;
    expect(audited).toEqual([
      { method: 'POST', member: pseudonym },
      { method: 'DELETE', member: pseudonym },
    ]);

    expect((await call('GET', `${member}/preferences`)).json()).toEqual({ isPersonalised: true });
    const { tables } = (await call('GET', `${member}/export`)).json() as {
      tables: Record<string, unknown[]>;
    };
    expect(Object.values(tables).flat()).toEqual([]);
  }, 120_000);
});

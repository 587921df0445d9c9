import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { catalogueOf, FolderPictureStore, type CatalogueCache } from '@keyart/catalog';
import { contentHash, createLogger, loadConfiguration, projectRoot, SystemClock } from '@keyart/common';
import { API_SCOPES } from '@keyart/contracts';
import { ApiKeysRepository } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { openVision, type Vision } from '@keyart/vision';
import { createApi } from '../../apps/api/src/create-api';
import { createWorker } from '../../apps/worker/src/create-worker';
import { eventually } from '../support/eventually';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const KEY = 'new-artwork-key';
const LIMIT_MS = 60_000;
const SURFACE = { aspect: '16:9', locale: 'en', region: 'PT', device: 'web', maturity: '18' };
const TITLE = {
  ...{
    name: 'Sintel',
    year: 2010,
    genres: ['Fantasy'],
    maturity: '12',
    facets: { fantasy: 0.9, adventure: 0.8 },
  },
  synopsis: 'A young woman searches for the dragon she once nursed.',
};
/** Neither words nor facets: all that is known of these is what the worker reads off the pictures. */
const ARTWORK = {
  ...{ titleId: 'sintel', aspect: '16:9', maturity: '0', isSpoiler: false, isEditorialDefault: false },
  ...{
    reviewState: 'approved',
    isDrawn: false,
    origin: 'test',
    author: 'Blender Foundation',
    licence: 'CC BY 3.0',
  },
};

describe('a picture that is added while the service runs', () => {
  let test: TestDatabase;
  let home: string;
  let vision: Vision;
  let api: NestFastifyApplication;
  let worker: INestApplicationContext;
  let jobs: BullJobProducer;
  let catalogue: CatalogueCache;
  let baseUrl: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'keyart-new-artwork-'));
    const { database, url: databaseUrl } = test;
    const keys = new ApiKeysRepository(database);
    await keys.create({ name: 'test', keyHash: contentHash(KEY), scopes: [...API_SCOPES] });
    const configuration = {
      ...loadConfiguration({ MODEL_FILES: process.env.MODEL_FILES }),
      ...{ KEYART_HOME: home, SCHEDULES: 'off' as const, LLM: 'off' as const },
    };
    const logger = createLogger('test', 'silent');
    const clock = new SystemClock();
    const pictures = new FolderPictureStore(path.join(home, 'pictures'));
    jobs = new BullJobProducer(queueOptions({ databaseUrl }));
    vision = await openVision(configuration);
    catalogue = catalogueOf(database, logger);
    await catalogue.refresh();
    api = await createApi({ configuration, clock, dependencies: { database, jobs, pictures, logger } });
    await api.listen(0, '127.0.0.1');
    baseUrl = await api.getUrl();
    const shared = { configuration, database, databaseUrl, catalogue, pictures, vision };
    worker = await createWorker({ ...shared, llm: null, clock, logger });
  });

  afterAll(async () => {
    await worker.close();
    await api.close();
    await jobs.close();
    await vision.close();
    await test.drop();
    await rm(home, { recursive: true });
  });

  // Tests look into answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async function call(method: string, route: string, body?: object): Promise<any> {
    const isPicture = Buffer.isBuffer(body);
    const response = await fetch(baseUrl + route, {
      method,
      headers: {
        authorization: `Bearer ${KEY}`,
        ...(body && { 'content-type': isPicture ? 'image/jpeg' : 'application/json' }),
      },
      ...(body && { body: isPicture ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const answer = (await response.json()) as unknown;
    expect({ route, status: response.status, answer }).toMatchObject({ status: 200 });
    return answer;
  }

  async function add(artworkId: string, file: string): Promise<void> {
    await call('PUT', `/v1/artworks/${artworkId}`, ARTWORK);
    const folder = path.join(projectRoot(), 'artwork-fixtures', 'pictures', 'sintel');
    await call(
      'PUT',
      `/v1/artworks/${artworkId}/image?urgency=release`,
      await readFile(path.join(folder, file)),
    );
    await eventually(
      () => call('GET', `/v1/artworks/${artworkId}/reading`),
      ({ state }) => state === 'judged',
      LIMIT_MS,
    );
  }

  it('is read, and chosen for some viewer within a minute, with a propensity of its own', async () => {
    await call('PUT', '/v1/titles/sintel', TITLE);
    await add('sintel-close-up', 'girl-close-up.jpg');
    const titles = [{ titleId: 'sintel', row: 0, position: 0 }];
    const decide = async (memberId: string): Promise<{ decisionId: string; artworkId: string }> =>
      (await call('POST', '/v1/decisions', { memberId, surface: SURFACE, titles })).decisions[0];
    expect(await decide('before')).toMatchObject({ artworkId: 'sintel-close-up' });

    const addedMs = performance.now();
    await add('sintel-market', 'market-fruit.jpg');
    const { reading } = await call('GET', '/v1/artworks/sintel-market/reading');
    expect(reading).toMatchObject({ features: { quality: { widthPx: 768 } }, suitability: { faults: [] } });
    let viewer = 0;
    const chosen = await eventually(
      () => decide(`viewer-${viewer++}`),
      ({ artworkId }) => artworkId === 'sintel-market',
      LIMIT_MS,
    );
    expect(performance.now() - addedMs).toBeLessThan(LIMIT_MS);
    const record = await call('GET', `/v1/decisions/${chosen.decisionId}`);
    const candidates: { artworkId: string; probability: number }[] = record.candidates;
    expect(candidates.map(({ artworkId }) => artworkId)).toEqual(['sintel-close-up', 'sintel-market']);
    expect(record.propensity).toBe(candidates[1].probability);
    expect(record.propensity).toBeGreaterThan(0);
    expect(record.propensity).toBeLessThan(1);
  });

  it('is never shown once an editor turns it down', async () => {
    await call('PUT', '/v1/artworks/sintel-market/review', { state: 'rejected', reason: 'misleading' });
    const titles = [{ titleId: 'sintel', row: 0, position: 0 }];
    for (let i = 0; i < 20; i++) {
      const { decisions } = await call('POST', '/v1/decisions', {
        memberId: `late-${i}`,
        surface: SURFACE,
        titles,
      });
      expect(decisions[0].artworkId).toBe('sintel-close-up');
    }
  });
});

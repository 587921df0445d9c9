import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { catalogueOf, FolderPictureStore, JudgePicture, type CatalogueCache } from '@keyart/catalog';
import { createLogger, InputError, loadConfiguration, SystemClock } from '@keyart/common';
import type { ArtworkReading, PictureFeatures } from '@keyart/contracts';
import { ArtworkReadingsRepository, ArtworksRepository, TitlesRepository } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { ComposedDescriber, FacetReader, lookOf, type Vision } from '@keyart/vision';
import sharp from 'sharp';
import { createWorker } from '../../../apps/worker/src/create-worker';
import { aPicture } from '../../../libs/vision/src/picture-features.factory';
import { eventually } from '../../support/eventually';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { anArtwork, aTitle } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const LIMIT_MS = 60_000;

/** Vision over features told beforehand; keeps who was read. */
class ToldVision implements Vision {
  readonly missing = [];
  readonly embedder = null;
  versions: Record<string, string> = { quality: '1' };
  readonly read: number[] = [];
  failure: Error | null = null;
  readonly describer = new ComposedDescriber(new FacetReader(null));

  get reader(): Vision['reader'] {
    return {
      versions: this.versions,
      read: (bytes) => {
        if (this.failure) return Promise.reject(this.failure);
        this.read.push(bytes.length);
        return Promise.resolve(this.features());
      },
    };
  }

  likeness(): Promise<number | null> {
    return Promise.resolve(null);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private features(): PictureFeatures {
    return { ...aPicture(), versions: { ...this.versions } };
  }
}

describe.each(QUEUE_BACKENDS)("an artwork's flow, queue on $backend", ({ queueUrl }) => {
  let test: TestDatabase;
  let folder: string;
  let worker: INestApplicationContext;
  let producer: BullJobProducer;
  let catalogue: CatalogueCache;
  let pictures: FolderPictureStore;
  let vision: ToldVision;
  let artworks: ArtworksRepository;
  let readings: ArtworkReadingsRepository;

  beforeAll(async () => {
    test = await createTestDatabase();
    folder = await mkdtemp(path.join(os.tmpdir(), 'keyart-flow-'));
    pictures = new FolderPictureStore(folder);
    vision = new ToldVision();
    const { database, url: databaseUrl } = test;
    const logger = createLogger('test', 'silent');
    catalogue = catalogueOf(database, logger);
    await catalogue.refresh();
    artworks = new ArtworksRepository(database);
    readings = new ArtworkReadingsRepository(database);
    await new TitlesRepository(database).upsert(aTitle());
    const configuration = { ...loadConfiguration({}), QUEUE_URL: queueUrl, SCHEDULES: 'off' as const };
    const parts = { configuration, database, databaseUrl, catalogue, pictures, vision };
    worker = await createWorker({ ...parts, llm: null, clock: new SystemClock(), logger });
    producer = new BullJobProducer(queueOptions({ queueUrl, databaseUrl }));
  });

  afterAll(async () => {
    await producer.close();
    await worker.close();
    await test.drop();
    await rm(folder, { recursive: true });
  });

  beforeEach(() => {
    vision.failure = null;
    vision.read.length = 0;
  });

  async function anArtworkWithPicture(artworkId: string, seed = artworkId.length): Promise<string> {
    const background = { r: seed % 256, g: artworkId.charCodeAt(0), b: artworkId.charCodeAt(1) % 256 };
    const bytes = await sharp({ create: { width: 32, height: 18, channels: 3, background } })
      .png()
      .toBuffer();
    const picture = await pictures.put(bytes);
    await artworks.upsert(anArtwork({ artworkId, facets: {}, caption: '' }));
    await artworks.attachPicture(artworkId, picture);
    return picture.sha256;
  }

  const judged = (artworkId: string): Promise<ArtworkReading | null> =>
    eventually(
      () => readings.findByArtwork(artworkId),
      (reading) => Boolean(reading?.suitability),
      LIMIT_MS,
    );
  const ended = (jobId: string): Promise<string | undefined> =>
    eventually(
      async () => (await producer.status('precompute-artwork', jobId))?.state,
      (state) => state === 'completed' || state === 'failed',
      LIMIT_MS,
    );

  it('reads, describes, judges, and ends; the catalogue then knows', async () => {
    const sha256 = await anArtworkWithPicture('flow-one');
    const { jobId } = await producer.readPicture('flow-one', 'usual');
    expect(await ended(jobId)).toBe('completed');
    const reading = await judged('flow-one');
    expect(reading).toMatchObject({ sha256, features: { versions: { quality: '1' } } });
    expect(reading?.description?.text.length).toBeGreaterThan(20);
    await catalogue.refresh();
    const known = catalogue.current().artwork('flow-one')?.reading;
    expect(known).toMatchObject({ sha256, look: { shotScale: reading?.features.shotScale } });
    expect(known?.suitability).toEqual(reading?.suitability);
  });

  it('does not read again what these versions have read', async () => {
    await anArtworkWithPicture('flow-twice');
    expect(await ended((await producer.readPicture('flow-twice', 'usual')).jobId)).toBe('completed');
    expect(await ended((await producer.readPicture('flow-twice', 'usual')).jobId)).toBe('completed');
    expect(vision.read).toHaveLength(1);
  });

  it('ends well for an artwork that has no picture, or is no more', async () => {
    await artworks.upsert(anArtwork({ artworkId: 'flow-bare' }));
    for (const artworkId of ['flow-bare', 'flow-nowhere'])
      expect(await ended((await producer.readPicture(artworkId, 'usual')).jobId)).toBe('completed');
    expect(vision.read).toHaveLength(0);
  });

  it('takes the later steps along when a picture cannot be read, shows why, and can be tried again', async () => {
    await anArtworkWithPicture('flow-broken');
    vision.failure = new InputError('PICTURE_UNREADABLE', 'cut off');
    const { jobId } = await producer.readPicture('flow-broken', 'usual');
    expect(await ended(jobId)).toBe('failed');
    const failed = await producer.failed('read-picture', 10);
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ payload: { artworkId: 'flow-broken' }, attemptCount: 1 });
    expect(failed[0].failure).toContain('cut off');
    vision.failure = null;
    expect(await producer.retry('read-picture', failed[0].jobId)).toBe(true);
    await eventually(() => readings.findByArtwork('flow-broken'), Boolean);
    expect(await producer.retry('read-picture', failed[0].jobId)).toBe(false);
    expect(await producer.retry('read-picture', 'no-such-job')).toBe(false);
  });

  it('keeps nothing of a picture that was replaced while it was read', async () => {
    const old = await anArtworkWithPicture('flow-replaced', 1);
    const isKept = await readings.saveFeatures({
      ...{ artworkId: 'flow-replaced', sha256: 'ab'.repeat(32), readAt: new Date() },
      ...{ features: aPicture(), look: lookOf(aPicture()) },
    });
    expect(isKept).toBe(false);
    expect(await readings.findByArtwork('flow-replaced')).toBeNull();
    expect(old).not.toBe('ab'.repeat(32));
  });

  it('reads anew what older versions have read, and only that', async () => {
    await anArtworkWithPicture('flow-old');
    expect(await ended((await producer.readPicture('flow-old', 'usual')).jobId)).toBe('completed');
    vision.versions.quality = '2';
    const { jobId } = await producer.enqueue('reread-pictures', {});
    const status = await eventually(
      () => producer.status('reread-pictures', jobId),
      (one) => one?.state === 'completed',
      LIMIT_MS,
    );
    const { startedCount } = status?.result as { startedCount: number };
    expect(startedCount).toBeGreaterThanOrEqual(3);
    await eventually(
      () => readings.findByArtwork('flow-old'),
      (reading) => reading?.features.versions.quality === '2',
      LIMIT_MS,
    );
  });

  it('names the extractors there are where one is asked for that there is not', async () => {
    const { jobId } = await producer.enqueue('reread-pictures', { extractor: 'smell' });
    const status = await eventually(
      () => producer.status('reread-pictures', jobId),
      (one) => one?.state === 'failed',
      LIMIT_MS,
    );
    expect(status?.failure).toContain('there are quality');
  });

  it('lets an upload pass by an import that came before it', async () => {
    await anArtworkWithPicture('flow-urgent');
    const order: string[] = [];
    for (let i = 0; i < 8; i++) await anArtworkWithPicture(`import-${i}`, 100 + i);
    const step = worker.get(JudgePicture, { strict: false });
    const run = jest.spyOn(step, 'run').mockImplementation((artworkId) => {
      order.push(artworkId);
      return Promise.resolve({ outcome: 'done' });
    });
    try {
      const imports = [];
      for (let i = 0; i < 8; i++) imports.push((await producer.readPicture(`import-${i}`, 'bulk')).jobId);
      const urgent = await producer.readPicture('flow-urgent', 'release');
      await Promise.all([...imports, urgent.jobId].map(ended));
    } finally {
      run.mockRestore();
    }
    expect(order).toHaveLength(9);
    expect(order.indexOf('flow-urgent')).toBeLessThan(8);
    expect(order[order.length - 1]).not.toBe('flow-urgent');
  });
});

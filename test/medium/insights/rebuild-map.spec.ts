import { createLogger, loadConfiguration, SystemClock } from '@keyart/common';
import { catalogueOf } from '@keyart/catalog';
import type { TitleRecord } from '@keyart/contracts';
import { SynopsisEmbeddingsRepository, TitleMapsRepository, TitlesRepository } from '@keyart/db';
import { draftMap, RebuildMap, type MapBuilder, type RebuildMapParts } from '@keyart/insights';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { createWorker } from '../../../apps/worker/src/create-worker';
import { HashingTextEmbedder } from '../../../libs/vision/src/hashing-text-embedder.fake';
import { eventually } from '../../support/eventually';
import { NO_PICTURES } from '../../support/no-pictures.fake';
import { NO_VISION } from '../../support/no-vision.fake';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SYNOPSES = [
  'A ghost keeps the house of a widow.',
  'A ghost hunter buys a haunted house.',
  'Призрак бродит по дому.',
  '',
  '幽霊の家に住む少女。',
];

function aTitle(titleId: string, i: number): TitleRecord {
  return {
    ...{ titleId, name: `Film ${titleId}`, year: 1950 + i, synopsis: SYNOPSES[i % SYNOPSES.length] },
    ...{
      genres: [i % 2 ? 'Horror' : 'Drama'],
      maturity: '0',
      facets: {},
      tags: ['House'],
      originCountries: ['SE'],
    },
    cast: [{ name: `Actor ${i % 3}`, billing: 1, screenTimeFraction: null }],
    originalLanguage: null,
  };
}

async function putTitles(test: TestDatabase, count: number): Promise<void> {
  const titles = new TitlesRepository(test.database);
  for (let i = 0; i < count; i++) await titles.upsert(aTitle(`t${i}`, i));
}

describe('RebuildMap', () => {
  let test: TestDatabase;
  let maps: TitleMapsRepository;
  beforeEach(async () => {
    test = await createTestDatabase();
    maps = new TitleMapsRepository(test.database);
  });
  afterEach(() => test.drop());

  const inline: MapBuilder = (task, onProgress) => Promise.resolve(draftMap(task, onProgress));
  const rebuildOf = (more: Partial<RebuildMapParts> = {}): RebuildMap =>
    new RebuildMap({
      ...{ titles: new TitlesRepository(test.database), maps, embedder: null, build: inline },
      ...{ embeddings: new SynopsisEmbeddingsRepository(test.database), clock: new SystemClock(), ...more },
    });

  it('maps every title, with similar ones and why, and says what it was made of', async () => {
    await putTitles(test, 12);
    const embedder = new HashingTextEmbedder();
    const told: number[] = [];
    const built = await rebuildOf({ embedder }).run({ onProgress: (fraction) => told.push(fraction) });
    expect(built).toMatchObject({
      isUnchanged: false,
      titleCount: 12,
      blocks: ['synopsis', 'facts', 'embedding'],
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(await maps.newest()).toMatchObject({
      version: built.version,
      textModel: 'hashed-words',
      titleCount: 12,
    });
    expect((await maps.points(built.version)).map(({ titleId }) => titleId)).toHaveLength(12);
    const similar = (await maps.similarTo(built.version, 't0')) ?? [];
    expect(similar[0]).toMatchObject({ titleId: 't10', name: 'Film t10' });
    expect(similar[0].reasons.shared).toMatchObject({ genre: ['drama'], tag: ['house'], country: ['se'] });
    expect(similar[0].reasons.closeness.embedding).toBeCloseTo(1, 3);
  });

  it('leaves the map where nothing has changed, unless it must be made, and then it comes out alike', async () => {
    await putTitles(test, 9);
    const rebuild = rebuildOf();
    const { version } = await rebuild.run();
    expect(await rebuild.run()).toMatchObject({ version, isUnchanged: true });
    const forced = await rebuild.run({ isForced: true });
    expect(forced.isUnchanged).toBe(false);
    const before = await maps.points(version);
    (await maps.points(forced.version)).forEach(({ x, y }, i) => {
      // Aligned to itself but for the last digit, which alignment rounds.
      expect(Math.hypot(x - before[i].x, y - before[i].y)).toBeLessThan(1e-4);
    });
    await putTitles(test, 10);
    const next = await rebuild.run();
    expect(next).toMatchObject({ isUnchanged: false, titleCount: 10 });
    expect(next.version).not.toBe(version);
  });

  it.each([0, 1, 2])('maps a catalogue of %i titles', async (count) => {
    await putTitles(test, count);
    const { version, titleCount } = await rebuildOf().run();
    expect(titleCount).toBe(count);
    expect(await maps.points(version)).toHaveLength(count);
  });

  it('goes on one at a time: a second one waits and finds the first one’s map', async () => {
    await putTitles(test, 6);
    let running = 0;
    let most = 0;
    const slow: MapBuilder = async (task, onProgress) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 300));
      running--;
      return draftMap(task, onProgress);
    };
    const [one, other] = await Promise.all([
      rebuildOf({ build: slow }).run(),
      rebuildOf({ build: slow }).run(),
    ]);
    expect(most).toBe(1);
    expect(one.version).toBe(other.version);
    expect([one.isUnchanged, other.isUnchanged].sort()).toEqual([false, true]);
  });

  it('keeps the old map and lets the next one begin where making one fails', async () => {
    await putTitles(test, 6);
    const { version } = await rebuildOf().run();
    await putTitles(test, 7);
    const failing = rebuildOf({ build: () => Promise.reject(new Error('no memory')) });
    await expect(failing.run()).rejects.toThrow('no memory');
    expect((await maps.newest())?.version).toBe(version);
    expect((await rebuildOf().run()).titleCount).toBe(7);
  });
});

describe.each(QUEUE_BACKENDS)('the job rebuild-map, queue on $backend', ({ queueUrl }) => {
  it('makes the map in a thread and tells its progress', async () => {
    const test = await createTestDatabase();
    await putTitles(test, 12);
    const { database, url: databaseUrl } = test;
    const configuration = { ...loadConfiguration({}), QUEUE_URL: queueUrl, SCHEDULES: 'off' as const };
    const logger = createLogger('test', 'silent');
    const worker = await createWorker({
      ...{ pictures: NO_PICTURES, vision: NO_VISION, configuration, database, databaseUrl, llm: null },
      ...{ catalogue: catalogueOf(database, logger), clock: new SystemClock(), logger },
    });
    const producer = new BullJobProducer(queueOptions({ queueUrl, databaseUrl }));
    const { jobId } = await producer.enqueue('rebuild-map', {});
    const status = await eventually(
      () => producer.status('rebuild-map', jobId),
      (one) => one?.state === 'completed' || one?.state === 'failed',
    );
    expect(status).toMatchObject({
      ...{ state: 'completed', failure: null, progressFraction: 1 },
      result: { titleCount: 12, isUnchanged: false, blocks: ['synopsis', 'facts'] },
    });
    expect((await new TitleMapsRepository(database).newest())?.titleCount).toBe(12);
    await producer.close();
    await worker.close();
    await test.drop();
  });
});

import type { INestApplicationContext } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import { createLogger, loadConfiguration, SystemClock } from '@keyart/common';
import { MembersRepository } from '@keyart/db';
import { BullJobProducer, queueOptions, type TriedJob } from '@keyart/queue';
import { closeWorker } from '../../../apps/worker/src/close-worker';
import { createWorker } from '../../../apps/worker/src/create-worker';
import { eventually } from '../../support/eventually';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { aHistoryEntry } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { NO_PICTURES } from '../../support/no-pictures.fake';
import { NO_VISION } from '../../support/no-vision.fake';

describe.each(QUEUE_BACKENDS)('a worker that is told to end, queue on $backend', ({ queueUrl }) => {
  let test: TestDatabase;
  let producer: BullJobProducer;
  let release: () => Promise<void>;
  const trials: TriedJob[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
    producer = new BullJobProducer(queueOptions({ queueUrl, databaseUrl: test.url }));
    await new MembersRepository(test.database).importHistory('ana', { entries: [aHistoryEntry()] });
  });
  afterAll(async () => {
    await producer.close();
    await test.drop();
  });

  function startWorker(): Promise<INestApplicationContext> {
    const logger = createLogger('test', 'silent');
    const { database, url: databaseUrl } = test;
    const titles = { all: () => Promise.resolve([]) };
    const artworks = { ...titles, latestChange: () => Promise.resolve('1') };
    return createWorker({
      pictures: NO_PICTURES,
      vision: NO_VISION,
      ...{ database, databaseUrl, logger, llm: null, clock: new SystemClock() },
      configuration: { ...loadConfiguration({}), QUEUE_URL: queueUrl },
      catalogue: new CatalogueCache({ titles, artworks, logger }),
      listener: { tried: (trial) => void trials.push(trial) },
    });
  }

  /** A job that stands still inside the database. */
  async function startHeldJob(): Promise<string> {
    const client = await test.database.pool.connect();
    await client.query('BEGIN; LOCK TABLE member IN ACCESS EXCLUSIVE MODE');
    release = () => client.query('COMMIT').then(() => client.release());
    const { jobId } = await producer.enqueue('build-profile', { memberId: 'ana' });
    await eventually(
      () => producer.status('build-profile', jobId),
      (status) => status?.state === 'active',
    );
    return jobId;
  }

  it('lets the running job finish', async () => {
    const worker = await startWorker();
    const jobId = await startHeldJob();
    const closed = closeWorker(worker, 60_000);
    await release();
    await closed;
    expect(await producer.status('build-profile', jobId)).toMatchObject({ state: 'completed' });
    // Schedules of the worker's own may end jobs meanwhile.
    expect(trials).toContainEqual(expect.objectContaining({ job: 'build-profile', result: 'completed' }));
  });

  it('hands it back when the time is over, for another worker, without losing an attempt', async () => {
    const worker = await startWorker();
    const jobId = await startHeldJob();
    await closeWorker(worker, 0);
    expect(await producer.status('build-profile', jobId)).toMatchObject({ state: 'waiting', failure: null });
    await release();
    const other = await startWorker();
    const ended = await eventually(
      () => producer.status('build-profile', jobId),
      (status) => status?.state === 'completed',
    );
    expect(ended?.attemptCount).toBe(1);
    await other.close();
  });
});

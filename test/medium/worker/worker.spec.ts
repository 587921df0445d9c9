import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { CatalogueCache } from '@keyart/catalog';
import { createLogger, loadConfiguration, SystemClock } from '@keyart/common';
import type { JobName } from '@keyart/contracts';
import { ArtworksRepository, EvaluationsRepository, MembersRepository, TitlesRepository } from '@keyart/db';
import { BullJobProducer, queueOptions, type JobStatus } from '@keyart/queue';
import { createWorker } from '../../../apps/worker/src/create-worker';
import { eventually } from '../../support/eventually';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { aHistoryEntry } from '../../support/record.factory';
import { NO_PICTURES } from '../../support/no-pictures.fake';
import { NO_VISION } from '../../support/no-vision.fake';

describe.each(QUEUE_BACKENDS)('the worker, queue on $backend', ({ queueUrl }) => {
  let test: TestDatabase;
  let worker: INestApplicationContext;
  let producer: BullJobProducer;

  beforeAll(async () => {
    test = await createTestDatabase();
    const configuration = { ...loadConfiguration({}), QUEUE_URL: queueUrl, SCHEDULES: 'off' as const };
    const logger = createLogger('test', 'silent');
    const { database, url: databaseUrl } = test;
    const titles = new TitlesRepository(database);
    const catalogue = new CatalogueCache({ titles, artworks: new ArtworksRepository(database), logger });
    await catalogue.refresh();
    const clock = new SystemClock();
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
    producer = new BullJobProducer(queueOptions({ queueUrl, databaseUrl }));
  });

  afterAll(async () => {
    await producer.close();
    await worker.close();
    await test.drop();
  });

  const ended = async (name: JobName, jobId: string): Promise<JobStatus | null> =>
    eventually(
      () => producer.status(name, jobId),
      (status) => status?.state === 'completed' || status?.state === 'failed',
    );

  it('builds a profile that the member then has', async () => {
    const members = new MembersRepository(test.database);
    await members.importHistory('ana', { entries: [aHistoryEntry()] });
    const { jobId } = await producer.enqueue('build-profile', { memberId: 'ana' });
    expect(await ended('build-profile', jobId)).toMatchObject({ state: 'completed', failure: null });
    expect((await members.findById('ana'))?.profileVersion).not.toBe('new');
  });

  it('fails for good, at the first attempt, what no retry can mend', async () => {
    const { jobId } = await producer.enqueue('build-profile', { memberId: 'nobody-knows' });
    const status = await ended('build-profile', jobId);
    expect(status).toMatchObject({ state: 'failed', attemptCount: 1 });
    expect(status?.failure).toContain('MEMBER_NOT_FOUND');
    expect(status?.failure).not.toContain('nobody-knows');
  });

  it('refuses a payload that its contract does not allow, naming the field', async () => {
    const { jobId } = await producer.enqueue('attribute-rewards', { asOf: 'tomorrow' });
    const status = await ended('attribute-rewards', jobId);
    expect(status).toMatchObject({ state: 'failed', attemptCount: 1 });
    expect(status?.failure).toContain('asOf');
  });

  it('trains on an empty log without changing a model', async () => {
    const { jobId } = await producer.enqueue('train-baseline', {});
    expect(await ended('train-baseline', jobId)).toMatchObject({ result: { rowCount: 0, versions: null } });
  });

  it('evaluates a log, or says what is wrong with the request', async () => {
    const evaluationId = randomUUID();
    const evaluations = new EvaluationsRepository(test.database);
    const request = { log: 'gone.csv', target: 'policy:uniform' };
    const asked = { requestedAt: new Date(), requestedBy: 'test' };
    await evaluations.create({ evaluationId, request, ...asked });
    const { jobId } = await producer.enqueue('evaluate-log', { evaluationId });
    expect(await ended('evaluate-log', jobId)).toMatchObject({
      state: 'completed',
      result: { status: 'failed' },
    });
    expect((await evaluations.findById(evaluationId))?.problem).toContain('no file gone.csv');
  });

  it('watches running experiments', async () => {
    const { jobId } = await producer.enqueue('watch-experiments', {});
    expect(await ended('watch-experiments', jobId)).toMatchObject({
      result: { watchedCount: 0, stopped: [] },
    });
  });

  it('finds nothing to score in an empty catalogue', async () => {
    const { jobId } = await producer.enqueue('precompute-scores', { memberId: 'ana' });
    expect(await ended('precompute-scores', jobId)).toMatchObject({
      state: 'completed',
      result: { scoredCount: 0 },
    });
  });
});

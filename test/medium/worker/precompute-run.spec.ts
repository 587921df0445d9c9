import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { createLogger, loadConfiguration, SystemClock } from '@keyart/common';
import { PrecomputeRunsRepository } from '@keyart/db';
import { ArtworkRanker, CHATML_TEMPLATE, LlmModel } from '@keyart/llm';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { createWorker } from '../../../apps/worker/src/create-worker';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { eventually } from '../../support/eventually';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { aHistoryEntry } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { NO_PICTURES } from '../../support/no-pictures.fake';
import { NO_VISION } from '../../support/no-vision.fake';

const MEMBERS = ['ana', 'ben', 'cleo', 'dan', 'eva'];
const TITLE_COUNT = 4;

describe.each(QUEUE_BACKENDS)('a precompute run by the worker, queue on $backend', ({ queueUrl }) => {
  let test: TestDatabase;
  let world: ServingWorld;
  let worker: INestApplicationContext;
  let producer: BullJobProducer;

  beforeAll(async () => {
    test = await createTestDatabase();
    const { database, url: databaseUrl } = test;
    const size = { titleCount: TITLE_COUNT, artworkCount: 3, seed: 'precompute-run' };
    world = await aServingWorld({ database, catalogue: aCatalogue(size) });
    for (const member of MEMBERS)
      await world.repositories.members.importHistory(member, { entries: [aHistoryEntry()] });
    const calibration = { temperature: 1, labelMassThreshold: 0.5, slotPrior: {} };
    const model = Object.assign(new LlmModel(), { formulation: 'pointwise', historyTokens: 150 });
    const { scorer } = world;
    const ranker = new ArtworkRanker({ scorer, model, template: CHATML_TEMPLATE });
    worker = await createWorker({
      pictures: NO_PICTURES,
      vision: NO_VISION,
      configuration: { ...loadConfiguration({}), QUEUE_URL: queueUrl, SCHEDULES: 'off' },
      ...{ database, databaseUrl, catalogue: world.catalogue },
      llm: { ranker, scorer, model, calibration, adapter: null },
      clock: new SystemClock(),
      logger: createLogger('test', 'silent'),
    });
    producer = new BullJobProducer(queueOptions({ queueUrl, databaseUrl }));
  });

  afterAll(async () => {
    await producer.close();
    await worker.close();
    await test.drop();
  });

  it('scores all active members once, whoever else asks for them', async () => {
    const runs = new PrecomputeRunsRepository(test.database);
    await producer.enqueue('precompute-members', { isBeginning: true });
    await producer.enqueue('precompute-scores', { memberId: 'eva' });
    await producer.enqueue('precompute-members', {});
    const [run] = await eventually(
      () => runs.newest(1),
      ([newest]) => newest?.status === 'done',
    );
    expect(run).toMatchObject({ totalCount: 5, doneCount: 5, failedCount: 0 });
    expect(await world.repositories.scores.countByModel(world.ranker.modelVersion)).toBe(5 * TITLE_COUNT);
    expect(world.scorer.promptCount).toBe(5 * TITLE_COUNT * 3);
  });

  it('leaves a member alone whom no run has in line', async () => {
    const { jobId } = await producer.enqueue('precompute-scores', { memberId: 'ana', runId: randomUUID() });
    const status = await eventually(
      () => producer.status('precompute-scores', jobId),
      (found) => found?.state === 'completed',
    );
    expect(status?.result).toEqual({ outcome: 'not-in-line', code: null });
  });
});

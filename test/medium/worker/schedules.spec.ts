import type { INestApplicationContext } from '@nestjs/common';
import { catalogueOf } from '@keyart/catalog';
import { createLogger, loadConfiguration, SystemClock } from '@keyart/common';
import { queueOptions } from '@keyart/queue';
import { Queue } from 'bullmq';
import { createWorker } from '../../../apps/worker/src/create-worker';
import { schedulesOf } from '../../../apps/worker/src/schedules/schedules';
import { eventually } from '../../support/eventually';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { NO_PICTURES } from '../../support/no-pictures.fake';
import { NO_VISION } from '../../support/no-vision.fake';

const SCHEDULES = schedulesOf(loadConfiguration({})).filter(({ isIdle }) => !isIdle);
const JOBS = [...new Set(SCHEDULES.map(({ job }) => job))];
const idsOf = (queue: string): string[] => SCHEDULES.filter(({ job }) => job === queue).map(({ id }) => id);

describe.each(QUEUE_BACKENDS)('schedules, queue on $backend', ({ queueUrl }) => {
  let test: TestDatabase;
  let queues: Queue[];

  beforeAll(async () => {
    test = await createTestDatabase();
    const options = queueOptions({ queueUrl, databaseUrl: test.url });
    queues = JOBS.map((job) => new Queue(job, options));
    for (const queue of queues) await queue.obliterate({ force: true });
  });
  afterAll(async () => {
    for (const queue of queues) await queue.obliterate({ force: true });
    await Promise.all(queues.map((queue) => queue.close()));
    await test.drop();
  });

  async function startWorker(schedules: 'on' | 'off'): Promise<INestApplicationContext> {
    const configuration = { ...loadConfiguration({}), QUEUE_URL: queueUrl, SCHEDULES: schedules };
    const { database, url: databaseUrl } = test;
    const logger = createLogger('test', 'silent');
    const catalogue = catalogueOf(database, logger);
    await catalogue.refresh();
    const clock = new SystemClock();
    return createWorker({
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
  }

  it('has the next run of each schedule in line, once however many workers there are, and none when off', async () => {
    const workers = [await startWorker('on'), await startWorker('on')];
    for (const queue of queues) {
      const waiting = await eventually(
        () => queue.getDelayed(),
        (jobs) => jobs.length >= idsOf(queue.name).length,
      );
      const ids = idsOf(queue.name);
      expect(waiting.map(({ name }) => name)).toEqual(ids.map(() => queue.name));
      const schedulers = await queue.getJobSchedulers();
      expect(schedulers.map(({ key }) => key).sort()).toEqual([...ids].sort());
      for (const { next } of schedulers) expect(next).toBeGreaterThan(Date.now());
    }
    for (const worker of workers) await worker.close();
    await (await startWorker('off')).close();
    for (const queue of queues) expect(await queue.getJobSchedulers()).toEqual([]);
  });
});

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

const JOBS = schedulesOf(loadConfiguration({})).map(({ job }) => job);

describe.each(QUEUE_BACKENDS)('schedules, queue on $backend', ({ queueUrl }) => {
  let test: TestDatabase;
  let queues: Queue[];

  beforeAll(async () => {
    test = await createTestDatabase();
    const options = queueOptions({ queueUrl, databaseUrl: test.url });
    queues = JOBS.map((job) => new Queue(job, options));
    for (const queue of queues) await queue.obliterate({ force: true });
  }, 30_000);
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
    return createWorker({ configuration, database, databaseUrl, catalogue, llm: null, clock, logger });
  }

  it('has the next run of each job in line, once however many workers there are, and none when off', async () => {
    const workers = [await startWorker('on'), await startWorker('on')];
    for (const queue of queues) {
      const waiting = await eventually(
        () => queue.getDelayed(),
        (jobs) => jobs.length > 0,
      );
      expect(waiting.map(({ name }) => name)).toEqual([queue.name]);
      const [scheduler, ...others] = await queue.getJobSchedulers();
      expect(others).toEqual([]);
      expect(scheduler).toMatchObject({ key: queue.name });
      expect(scheduler.next).toBeGreaterThan(Date.now());
    }
    for (const worker of workers) await worker.close();
    await (await startWorker('off')).close();
    for (const queue of queues) expect(await queue.getJobSchedulers()).toEqual([]);
  }, 60_000);
});

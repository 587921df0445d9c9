import { BullJobProducer, QueueUnavailableError, queueOptions } from '@keyart/queue';
import { Worker } from 'bullmq';
import { eventually } from '../../support/eventually';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe.each(QUEUE_BACKENDS)('BullJobProducer on $backend', ({ queueUrl }) => {
  let database: TestDatabase;
  let producer: BullJobProducer;
  let options: ReturnType<typeof queueOptions>;
  const prefix = `test-${process.pid}-${Date.now()}`;

  beforeAll(async () => {
    database = await createTestDatabase();
    options = { ...queueOptions({ queueUrl, databaseUrl: database.url }), prefix };
    producer = new BullJobProducer(options);
    await producer.ping();
  });

  afterAll(async () => {
    await producer.close();
    await database.drop();
  });

  it('knows nothing of a job that was never put in line', async () => {
    expect(await producer.status('train-baseline', 'no-such-job')).toBeNull();
  });

  it('collapses jobs of one member that wait', async () => {
    const first = await producer.enqueue('precompute-scores', { memberId: 'ana' });
    const again = await producer.enqueue('precompute-scores', { memberId: 'ana' });
    const other = await producer.enqueue('precompute-scores', { memberId: 'ben' });
    expect(again.jobId).toBe(first.jobId);
    expect(other.jobId).not.toBe(first.jobId);
  });

  it('carries payload out, progress and result back', async () => {
    const { jobId } = await producer.enqueue('build-profile', { memberId: 'ana' });
    expect(await producer.status('build-profile', jobId)).toMatchObject({ state: 'waiting', result: null });
    const seen: unknown[] = [];
    const worker = new Worker(
      'build-profile',
      async (job) => {
        seen.push(job.data);
        await job.updateProgress(0.5);
        return { done: true };
      },
      { connection: options.connection, prefix },
    );
    const status = await eventually(
      () => producer.status('build-profile', jobId),
      (answer) => answer?.state === 'completed',
    );
    await worker.close();
    expect(seen).toEqual([{ memberId: 'ana' }]);
    expect(status).toMatchObject({ progressFraction: 0.5, result: { done: true }, failure: null });
  });
});

describe('a queue that is gone', () => {
  it('is a retryable error with a code', async () => {
    const producer = new BullJobProducer(
      queueOptions({ databaseUrl: 'postgresql://nobody:nothing@127.0.0.1:1/none' }),
    );
    const error: unknown = await producer.ping().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QueueUnavailableError);
    expect(error).toMatchObject({ code: 'QUEUE_UNAVAILABLE', isRetryable: true });
    await producer.close().catch(() => undefined);
  });
});

import { BullJobProducer, MemberJobs, queueOptions } from '@keyart/queue';
import { Queue, Worker, type Job } from 'bullmq';
import { eventually } from '../../support/eventually';
import { QUEUE_BACKENDS } from '../../support/queue-backends';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe.each(QUEUE_BACKENDS)('MemberJobs on $backend', ({ queueUrl }) => {
  let database: TestDatabase;
  let options: ReturnType<typeof queueOptions>;
  let producer: BullJobProducer;
  let queues: Queue[];
  let jobs: MemberJobs;
  let workers: Worker[] = [];
  const prefix = `members-${process.pid}-${Date.now()}`;

  beforeAll(async () => {
    database = await createTestDatabase();
    options = { ...queueOptions({ queueUrl, databaseUrl: database.url }), prefix };
    producer = new BullJobProducer(options);
    queues = (['build-profile', 'precompute-scores'] as const).map((name) => new Queue(name, options));
    jobs = new MemberJobs(queues);
  });

  afterAll(async () => {
    await Promise.all(queues.map((queue) => queue.close()));
    await producer.close();
    await database.drop();
  });

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    workers = [];
  });

  const work = (run: (job: Job) => Promise<unknown>): Worker => {
    const worker = new Worker('build-profile', run, { connection: options.connection, prefix });
    workers.push(worker);
    return worker;
  };
  const states = async (memberId: string): Promise<string[]> =>
    (await jobs.list(memberId)).map(({ name, state }) => `${name} ${state}`).sort();

  it('finds and removes a member’s jobs of every state, and nobody else’s', async () => {
    const worker = work(async ({ data }) => {
      if (data.isBad) throw new Error('no');
      return { about: ['ana'] };
    });
    await queues[0].addBulk([
      { name: 'build-profile', data: { memberId: 'ana' } },
      { name: 'build-profile', data: { memberId: 'ana', isBad: true }, opts: { attempts: 1 } },
      { name: 'build-profile', data: { memberId: 'anabel', isBad: true }, opts: { attempts: 1 } },
    ]);
    await eventually(
      () => queues[0].getJobCounts(),
      ({ completed, failed }) => completed + failed === 3,
    );
    await worker.close();
    await producer.enqueue('build-profile', { memberId: 'ana' });
    await producer.enqueue('precompute-scores', { memberId: 'ana' }, { priority: 3 });
    await producer.enqueue('precompute-scores', { memberId: 'ben' });
    await queues[1].add('precompute-scores', { members: [{ id: 'ana' }] }, { delay: 60_000 });

    expect(await states('ana')).toEqual([
      'build-profile completed',
      'build-profile failed',
      'build-profile waiting',
      'precompute-scores delayed',
      'precompute-scores prioritized',
    ]);
    expect(await producer.ofMember('ana')).toHaveLength(5);
    expect(await jobs.remove('ana', 'erase-member')).toEqual({ removedCount: 5, activeCount: 0 });
    expect(await states('ana')).toEqual([]);
    expect(await states('ben')).toEqual(['precompute-scores waiting']);
    expect(await states('anabel')).toEqual(['build-profile failed']);
  });

  it('frees the deduplication key: the member’s next job is a new one', async () => {
    const { jobId } = await producer.enqueue('precompute-scores', { memberId: 'cleo' });
    await jobs.remove('cleo', 'erase-member');
    expect((await producer.enqueue('precompute-scores', { memberId: 'cleo' })).jobId).not.toBe(jobId);
  });

  it('counts a running job, and removes it with the one that waited for it once it has ended', async () => {
    let end: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (end = resolve));
    work(() => running);
    await producer.enqueue('build-profile', { memberId: 'dora' });
    await eventually(
      () => states('dora'),
      (found) => found[0] === 'build-profile active',
    );
    await producer.enqueue('build-profile', { memberId: 'dora' });
    expect(await jobs.remove('dora', 'erase-member')).toEqual({ removedCount: 0, activeCount: 1 });
    expect(await jobs.remove('dora', 'build-profile')).toEqual({ removedCount: 0, activeCount: 0 });
    end();
    await eventually(
      () => states('dora'),
      (found) => found.every((state) => state.endsWith('completed')),
    );
    expect(await jobs.remove('dora', 'erase-member')).toEqual({ removedCount: 2, activeCount: 0 });
  });
});

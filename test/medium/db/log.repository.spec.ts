import {
  DecisionsRepository,
  EventsRepository,
  LogRepository,
  RewardsRepository,
  type LoggedDecision,
} from '@keyart/db';
import { aDecision, anEvent, EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('LogRepository', () => {
  let test: TestDatabase;
  let log: LogRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    log = new LogRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE decision CASCADE'));

  /** `count` attributed decisions, three to a millisecond, in an order of their own. */
  async function attribute(count: number): Promise<LoggedDecision[]> {
    const logged = Array.from({ length: count }, (_, i) => {
      const decision = aDecision({
        decidedAt: new Date(EVENING.getTime() + Math.floor(((i * 7) % count) / 3)),
      });
      const attributedAt = minutesLater(60);
      return {
        decision,
        reward: {
          decisionId: decision.decisionId,
          reward: i / 7 / count,
          rung: 'click',
          ladderVersion: 'l',
          attributedAt,
        },
      };
    });
    await new DecisionsRepository(test.database).insertMany(logged.map((row) => row.decision));
    await new RewardsRepository(test.database).saveMany(logged.map((row) => row.reward));
    const key = ({ decision }: LoggedDecision): string =>
      `${decision.decidedAt.toISOString()} ${decision.decisionId}`;
    return logged.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  async function read(batchSize: number): Promise<LoggedDecision[][]> {
    const batches: LoggedDecision[][] = [];
    for await (const batch of log.stream(batchSize)) batches.push(batch);
    return batches;
  }

  it.each([1, 7, 20, 1000])(
    'streams every attributed decision once, by time, in batches of %i',
    async (batchSize) => {
      const expected = await attribute(20);
      const batches = await read(batchSize);
      expect(batches.flat()).toEqual(expected);
      expect(batches.every((batch) => batch.length > 0 && batch.length <= batchSize)).toBe(true);
    },
  );

  it('leaves out what has no reward yet', async () => {
    await new DecisionsRepository(test.database).insertMany([aDecision()]);
    expect(await read(10)).toEqual([]);
  });

  it('counts served, rendered and attributed decisions', async () => {
    expect(await log.counts()).toEqual({ decisions: 0, rendered: 0, attributed: 0 });
    const [{ decision }] = await attribute(3);
    const twice = [anEvent(decision.decisionId), anEvent(decision.decisionId)];
    await new EventsRepository(test.database).insertMany(twice, EVENING, 0);
    expect(await log.counts()).toEqual({ decisions: 3, rendered: 1, attributed: 3 });
  });
});

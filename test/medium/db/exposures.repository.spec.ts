import { DecisionsRepository, EventsRepository, ExposuresRepository, RewardsRepository } from '@keyart/db';
import type { DecisionRecord } from '@keyart/contracts';
import { aDecision, anEvent, EVENING } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const NO_REWARDS = { clusterCount: 0, count: 0, sum: 0, squaredSum: 0, squaredCount: 0, sumTimesCount: 0 };

describe('ExposuresRepository', () => {
  let test: TestDatabase;
  let exposures: ExposuresRepository;

  beforeAll(async () => {
    test = await createTestDatabase();
    exposures = new ExposuresRepository(test.database);
  });
  beforeEach(() => test.database.pool.query('TRUNCATE decision CASCADE'));
  afterAll(() => test.drop());

  const served = async (over: Partial<DecisionRecord>): Promise<string> => {
    const decision = aDecision(over);
    await new DecisionsRepository(test.database).insertMany([decision]);
    return decision.decisionId;
  };
  const shown = async (over: Partial<DecisionRecord>, reward: number | null = null): Promise<void> => {
    const decisionId = await served(over);
    const impressions = [0, 1].map(() => anEvent(decisionId, { type: 'impression' }));
    await new EventsRepository(test.database).insertMany(impressions, EVENING, 0);
    if (reward === null) return;
    const row = { decisionId, reward, rung: 'play', ladderVersion: 'ladder/1', attributedAt: EVENING };
    await new RewardsRepository(test.database).saveMany([row]);
  };

  it('counts members by their first impression, and sums rewards by member', async () => {
    const control = { experiment: 'trial/1', arm: 'control' };
    await shown({ ...control, memberId: 'ada' }, 1);
    await shown({ ...control, memberId: 'ada' }, 0.5);
    await shown({ ...control, memberId: 'bea' }, 0);
    await shown({ ...control, memberId: 'cem' });
    await served({ ...control, memberId: 'dee' });
    await shown({ experiment: 'trial/1', arm: 'treatment', memberId: 'eve' }, 1);
    await shown({ experiment: 'trial/2', arm: 'control', memberId: 'fay' }, 1);
    expect(await exposures.ofExperiment('trial/1')).toEqual([
      {
        ...{ group: 'control', exposedMemberCount: 3, decisionCount: 5, impressionCount: 4 },
        rewards: { clusterCount: 2, count: 3, sum: 1.5, squaredSum: 2.25, squaredCount: 5, sumTimesCount: 3 },
      },
      {
        ...{ group: 'treatment', exposedMemberCount: 1, decisionCount: 1, impressionCount: 1 },
        rewards: { clusterCount: 1, count: 1, sum: 1, squaredSum: 1, squaredCount: 1, sumTimesCount: 1 },
      },
    ]);
    expect(await exposures.ofExperiment('none/1')).toEqual([]);
  });

  it('counts slices of members that were dealt, since then', async () => {
    const outside = { slice: null, experiment: null, arm: null } as const;
    await shown({ ...outside, assignedBy: 'slice', slice: 'uniform', memberId: 'ada' });
    await shown({ assignedBy: 'experiment', memberId: 'bea' });
    await shown({ ...outside, assignedBy: 'default', memberId: 'cem' });
    await shown({ ...outside, assignedBy: 'request', memberId: 'dee' });
    await shown({ ...outside, assignedBy: 'preference', memberId: 'eve' });
    await shown({
      ...outside,
      assignedBy: 'default',
      memberId: 'fay',
      decidedAt: new Date(EVENING.getTime() - 1),
    });
    expect(await exposures.ofSlices(EVENING)).toEqual([
      { group: 'uniform', exposedMemberCount: 1, decisionCount: 1, impressionCount: 1, rewards: NO_REWARDS },
      { group: null, exposedMemberCount: 2, decisionCount: 2, impressionCount: 2, rewards: NO_REWARDS },
    ]);
  });
});

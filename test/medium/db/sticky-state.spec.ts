import type { DecisionRecord } from '@keyart/contracts';
import {
  DecisionsRepository,
  EventsRepository,
  ServingContextRepository,
  type StickyStateRow,
} from '@keyart/db';
import { aDecision, anEvent, EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const HOUR_MS = 3_600_000;

describe('sticky state', () => {
  let test: TestDatabase;
  let decisions: DecisionsRepository;
  let events: EventsRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    decisions = new DecisionsRepository(test.database);
    events = new EventsRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE decision, sticky_state CASCADE'));

  async function shown(): Promise<readonly StickyStateRow[]> {
    const context = await new ServingContextRepository(test.database).load({
      memberId: 'ada',
      titleIds: ['night-train'],
      modelVersion: null,
    });
    return context.sticky;
  }

  async function decide(artworkId: string, minutes: number): Promise<DecisionRecord> {
    const record = aDecision({ artworkId, decidedAt: minutesLater(minutes) });
    await decisions.insertMany([record]);
    return record;
  }

  async function lock({ decisionId }: DecisionRecord, minutes: number): Promise<void> {
    const play = anEvent(decisionId, { type: 'play', occurredAt: minutesLater(minutes) });
    await events.insertMany([play], minutesLater(minutes), HOUR_MS);
  }

  it('starts with the first decision', async () => {
    await decide('a', 0);
    expect(await shown()).toEqual([
      {
        memberId: 'ada',
        titleId: 'night-train',
        policy: 'production',
        artworkId: 'a',
        shownAt: EVENING,
        lockedUntil: null,
      },
    ]);
  });

  it('counts from the first showing and keeps the lock while the picture stays', async () => {
    await lock(await decide('a', 0), 5);
    await decide('a', 30);
    expect(await shown()).toMatchObject([
      { artworkId: 'a', shownAt: EVENING, lockedUntil: minutesLater(65) },
    ]);
  });

  it('starts anew and unlocked with another picture', async () => {
    await lock(await decide('a', 0), 5);
    await decide('b', 30);
    expect(await shown()).toMatchObject([{ artworkId: 'b', shownAt: minutesLater(30), lockedUntil: null }]);
  });

  it('takes another picture decided at the same time, but none decided before', async () => {
    await decide('a', 10);
    await decide('b', 9);
    expect(await shown()).toMatchObject([{ artworkId: 'a' }]);
    await decide('b', 10);
    expect(await shown()).toMatchObject([{ artworkId: 'b' }]);
  });

  it('takes the last of several rows of one title in a batch', async () => {
    await decisions.insertMany([
      aDecision({ artworkId: 'b', decidedAt: minutesLater(1) }),
      aDecision({ artworkId: 'a', decidedAt: minutesLater(1) }),
      aDecision({ artworkId: 'b' }),
    ]);
    expect(await shown()).toMatchObject([{ artworkId: 'a', shownAt: minutesLater(1) }]);
  });

  it('is kept per policy', async () => {
    await decisions.insertMany([aDecision({ artworkId: 'a' }), aDecision({ artworkId: 'b', policy: 'llm' })]);
    const states = (await shown()).map(({ policy, artworkId }) => ({ policy, artworkId }));
    expect(states).toHaveLength(2);
    expect(states).toEqual(
      expect.arrayContaining([
        { policy: 'production', artworkId: 'a' },
        { policy: 'llm', artworkId: 'b' },
      ]),
    );
  });

  it('is not locked by a play of a picture no longer shown', async () => {
    const before = await decide('a', 0);
    await decide('b', 30);
    await lock(before, 31);
    expect(await shown()).toMatchObject([{ artworkId: 'b', lockedUntil: null }]);
  });

  it('never shortens a lock', async () => {
    const record = await decide('a', 0);
    await lock(record, 20);
    await lock(record, 5);
    expect(await shown()).toMatchObject([{ lockedUntil: minutesLater(80) }]);
  });

  it('is not locked by other events', async () => {
    const { decisionId } = await decide('a', 0);
    const types = ['impression', 'click', 'progress', 'completion', 'abandon', 'misleading'] as const;
    const batch = types.map((type) => anEvent(decisionId, { type }));
    await events.insertMany(batch, EVENING, HOUR_MS);
    expect(await shown()).toMatchObject([{ lockedUntil: null }]);
    await events.insertMany([anEvent(decisionId, { type: 'list-add' })], EVENING, HOUR_MS);
    expect(await shown()).toMatchObject([{ lockedUntil: minutesLater(60) }]);
  });

  it('takes concurrent batches of decisions and plays in any order without deadlock', async () => {
    const members = Array.from({ length: 40 }, (_, index) => `member-${index}`);
    const batch = (minutes: number): DecisionRecord[] =>
      members.map((memberId) =>
        aDecision({ memberId, artworkId: `shown-${minutes}`, decidedAt: minutesLater(minutes) }),
      );
    const first = batch(1);
    await decisions.insertMany(first);
    const plays = first.map(({ decisionId }) => anEvent(decisionId, { type: 'play' }));
    const rounds = Array.from({ length: 20 }, (_, round) => {
      const records = batch(round + 2);
      return [
        decisions.insertMany(round % 2 ? records.reverse() : records),
        events.insertMany(round % 2 ? plays : [...plays].reverse(), EVENING, HOUR_MS),
      ];
    });
    await Promise.all(rounds.flat());
    const { rows } = await test.database.pool.query('SELECT DISTINCT artwork_id, shown_at FROM sticky_state');
    expect(rows).toEqual([{ artwork_id: 'shown-21', shown_at: minutesLater(21) }]);
  });
});

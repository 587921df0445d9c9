import type { DecisionRecord } from '@keyart/contracts';
import { DecisionsRepository, EventsRepository, RewardsRepository } from '@keyart/db';
import { aDecision, anEvent, EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const WINDOW_MS = 60 * 60_000;
const ladderVersion = 'ladder/b';

describe('RewardsRepository', () => {
  let test: TestDatabase;
  let decisions: DecisionsRepository;
  let events: EventsRepository;
  let rewards: RewardsRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    decisions = new DecisionsRepository(test.database);
    events = new EventsRepository(test.database);
    rewards = new RewardsRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE decision CASCADE'));

  async function serve(...types: readonly ('impression' | 'click' | 'play')[]): Promise<DecisionRecord> {
    const decision = aDecision();
    await decisions.insertMany([decision]);
    const batch = types.map((type, i) => anEvent(decision.decisionId, { type, occurredAt: minutesLater(i) }));
    await events.insertMany(batch, minutesLater(types.length), 0);
    return decision;
  }

  async function pendingAt(minutes: number, limit = 10): Promise<string[]> {
    const found = await rewards.pendingDecisions({ windowMs: WINDOW_MS, asOf: minutesLater(minutes), limit });
    return found.map((pending) => pending.decisionId);
  }

  const attribute = ({ decisionId }: DecisionRecord, minutes: number, reward = 0.5): Promise<void> =>
    rewards.saveMany([
      { decisionId, reward, rung: 'play', ladderVersion, attributedAt: minutesLater(minutes) },
    ]);

  it('gives a rendered decision with all its events once the window has closed', async () => {
    const { decisionId } = await serve('impression', 'play');
    expect(await pendingAt(59)).toEqual([]);
    const [pending] = await rewards.pendingDecisions({
      windowMs: WINDOW_MS,
      asOf: minutesLater(60),
      limit: 1,
    });
    expect(pending).toEqual({
      decisionId,
      impressionAt: EVENING,
      events: await events.listByDecisions([decisionId]),
      revision: expect.stringMatching(/^\d+$/) as string,
    });
    expect(pending.events.map((event) => event.type)).toEqual(['impression', 'play']);
  });

  it('leaves out what was served but never rendered', async () => {
    await serve('click');
    await serve();
    expect(await pendingAt(600)).toEqual([]);
  });

  it('counts the window from the earliest impression', async () => {
    const { decisionId } = await serve('click', 'impression');
    expect(await pendingAt(60)).toEqual([]);
    await events.insertMany([anEvent(decisionId)], minutesLater(3), 0);
    expect(await pendingAt(60)).toEqual([decisionId]);
  });

  it('is done after attribution, and due again when an event comes later', async () => {
    const decision = await serve('impression');
    await attribute(decision, 60);
    expect(await pendingAt(61)).toEqual([]);
    const late = anEvent(decision.decisionId, { type: 'play', occurredAt: minutesLater(30) });
    await events.insertMany([late], minutesLater(90), 0);
    expect(await pendingAt(89)).toEqual([]);
    expect(await pendingAt(90)).toEqual([decision.decisionId]);
    await attribute(decision, 90);
    expect(await pendingAt(600)).toEqual([]);
  });

  it('is not due again for an event sent twice', async () => {
    const decision = await serve('impression');
    const known = await events.listByDecisions([decision.decisionId]);
    await attribute(decision, 60);
    await events.insertMany(known, minutesLater(90), 0);
    expect(await pendingAt(600)).toEqual([]);
  });

  it('stays due when an event arrived between reading and saving', async () => {
    const decision = await serve('impression');
    await events.insertMany([anEvent(decision.decisionId, { type: 'click' })], minutesLater(62), 0);
    await attribute(decision, 61);
    expect(await pendingAt(62)).toEqual([decision.decisionId]);
  });

  it('stays due when an event that a clock set back dates earlier came between reading and saving', async () => {
    const decision = await serve('impression');
    const query = { windowMs: WINDOW_MS, asOf: minutesLater(61), limit: 1 };
    const [{ decisionId, revision }] = await rewards.pendingDecisions(query);
    await events.insertMany([anEvent(decisionId, { type: 'play' })], minutesLater(1), 0);
    const judged = { decisionId, reward: 0, rung: 'none', ladderVersion, attributedAt: query.asOf, revision };
    await rewards.saveMany([judged]);
    expect(await pendingAt(61)).toEqual([decision.decisionId]);
  });

  it('gives at most `limit`, oldest impression first', async () => {
    const young = await serve('click', 'impression');
    const old = await serve('impression');
    expect(await pendingAt(600, 1)).toEqual([old.decisionId]);
    expect(await pendingAt(600)).toEqual([old.decisionId, young.decisionId]);
  });

  it('replaces a reward, and takes the last of one batch', async () => {
    const decision = await serve('impression');
    await attribute(decision, 60, 0.1);
    const later = {
      decisionId: decision.decisionId,
      rung: 'play',
      ladderVersion,
      attributedAt: minutesLater(61),
    };
    await rewards.saveMany([
      { ...later, reward: -1 },
      { ...later, reward: 0.30000000000000004 },
    ]);
    const { rows } = await test.database.pool.query('SELECT reward, rung, attributed_at FROM reward');
    expect(rows).toEqual([{ reward: 0.30000000000000004, rung: 'play', attributed_at: minutesLater(61) }]);
  });

  it.each(['ladder/a', 'ladder/c'])(
    'makes rewards of ladder/b due again for %s, a batch at a time',
    async (other) => {
      const records = [
        await serve('impression'),
        await serve('impression', 'play'),
        await serve('impression'),
      ];
      await attributeAll(records, 60);
      expect(await rewards.makeDue(ladderVersion, minutesLater(70), 10)).toBe(0);
      expect(await rewards.makeDue(other, minutesLater(70), 2)).toBe(2);
      expect(await pendingAt(70)).toHaveLength(2);
      expect(await rewards.makeDue(other, minutesLater(70), 2)).toBe(1);
      expect(await rewards.makeDue(other, minutesLater(70), 2)).toBe(0);
      expect(await pendingAt(70)).toHaveLength(3);
      const { rows } = await test.database.pool.query('SELECT count(*)::int AS n FROM reward');
      expect(rows).toEqual([{ n: 3 }]);
    },
  );

  it('takes events and attributions of the same decisions at a time', async () => {
    const records = Array.from({ length: 50 }, () => aDecision());
    await decisions.insertMany(records);
    const saves = Array.from({ length: 10 }, (_, round) => {
      const order = round % 2 ? records : [...records].reverse();
      const attributedAt = minutesLater(60 + round);
      return [
        events.insertMany(
          order.map((record) => anEvent(record.decisionId)),
          attributedAt,
          0,
        ),
        rewards.saveMany(
          order.map(({ decisionId }) => ({
            decisionId,
            reward: 0,
            rung: 'none',
            ladderVersion,
            attributedAt,
          })),
        ),
      ];
    });
    await Promise.all(saves.flat());
    await attributeAll(records, 600);
    expect(await pendingAt(900, 100)).toEqual([]);
  });

  function attributeAll(records: readonly DecisionRecord[], minutes: number): Promise<void> {
    const attributedAt = minutesLater(minutes);
    return rewards.saveMany(
      records.map(({ decisionId }) => ({ decisionId, reward: 0, rung: 'none', ladderVersion, attributedAt })),
    );
  }
});

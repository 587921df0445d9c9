import { randomUUID } from 'node:crypto';
import type { DecisionRecord } from '@keyart/contracts';
import { ShadowDecisionsRepository } from '@keyart/db';
import { AttributeRewards, PromoteModels } from '@keyart/decisions';
import { warmStartBaseline } from '@keyart/learning';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { aModelVersion, anEvent } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const WINDOW_MS = 3_600_000;
const TITLES = Array.from({ length: 10 }, (_, i) => ({ titleId: `title-${i}`, row: 0, position: i }));
/** Prefers the last picture of each title, whatever the viewer. */
const SHADOW = {
  ...{ ...warmStartBaseline(), version: 'bandit-shadow' },
  artworkPriors: Object.fromEntries(TITLES.map(({ titleId }) => [`${titleId}-2`, 0.5])),
};

describe('a model in the shadow', () => {
  let test: TestDatabase;
  let world: ServingWorld;
  let shadows: ShadowDecisionsRepository;
  beforeEach(async () => {
    test = await createTestDatabase();
    const catalogue = aCatalogue({ titleCount: 10, artworkCount: 3, seed: 'shadow' });
    world = await aServingWorld({ database: test.database, catalogue });
    shadows = new ShadowDecisionsRepository(test.database);
    await world.repositories.models.save(
      aModelVersion({ version: SHADOW.version, stage: 'shadow', payload: SHADOW }),
    );
    await world.models.refresh();
  });
  afterEach(() => test.drop());

  async function pages(
    count: number,
    policy: 'production' | 'popular',
    fraction = 1,
  ): Promise<DecisionRecord[]> {
    const service = world.with({ shadow: { shadows, fraction } });
    const records: DecisionRecord[] = [];
    for (let i = 0; i < count; i++) {
      const request = { memberId: `member-${i}`, surface: SURFACE, titles: TITLES, policy, deadlineMs: null };
      const answers = await service.decide({ ...request, requestId: randomUUID() });
      records.push(...answers.flatMap((answer) => (answer.ok ? [answer.record] : [])));
    }
    await service.settled();
    return records;
  }

  /** Viewers play what `isTaken` says; the rewards are in when it resolves. */
  async function reward(
    records: readonly DecisionRecord[],
    isTaken: (record: DecisionRecord) => boolean,
  ): Promise<void> {
    const now = new Date(world.clock.nowMs());
    const seen = records.map(({ decisionId }) => anEvent(decisionId, { occurredAt: now }));
    const taken = records.filter(isTaken).map(({ decisionId }) => decisionId);
    const plays = taken.map((id) => anEvent(id, { type: 'completion', occurredAt: now }));
    await world.repositories.events.insertMany([...seen, ...plays], now, 0);
    world.clock.advance(WINDOW_MS);
    const { rewards } = world.repositories;
    await new AttributeRewards({ rewards, windowMs: WINDOW_MS, clock: world.clock }).run();
  }

  const promote = (leastDecisionCount = 100): ReturnType<PromoteModels['run']> => {
    const { models } = world.repositories;
    const rule = { leastDecisionCount, tolerance: 0.02 };
    return new PromoteModels({ models, shadows, rule, clock: world.clock }).run();
  };

  const stage = async (): Promise<string | undefined> =>
    (await world.repositories.models.findByVersion(SHADOW.version))?.stage;

  it('notes what it would have done, in production’s decisions only, and chooses nothing', async () => {
    const records = await pages(2, 'production');
    await pages(1, 'popular');
    const { rows } = await test.database.pool.query('SELECT * FROM shadow_decision');
    expect(rows.map((row) => row.decision_id).sort()).toEqual(records.map((each) => each.decisionId).sort());
    for (const { probabilities } of rows) {
      const values = Object.values(probabilities as Record<string, number>);
      expect(values.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    }
    expect(new Set(records.map(({ modelVersion }) => modelVersion))).toEqual(
      new Set([warmStartBaseline().version]),
    );
  });

  it('watches the share asked for', async () => {
    const records = await pages(60, 'production', 0.25);
    const { rows } = await test.database.pool.query('SELECT count(*)::int AS n FROM shadow_decision');
    const deviation = Math.sqrt(records.length * 0.25 * 0.75);
    expect(Math.abs(rows[0].n - 0.25 * records.length)).toBeLessThan(3.5 * deviation);
  });

  it('never harms a page: what cannot be noted is left out', async () => {
    const broken = { insertMany: () => Promise.reject(new Error('no room')) };
    const service = world.with({ shadow: { shadows: broken, fraction: 1 } });
    const request = { memberId: 'ada', surface: SURFACE, titles: TITLES, policy: 'production' as const };
    const answers = await service.decide({ ...request, requestId: randomUUID(), deadlineMs: null });
    await service.settled();
    expect(answers.map(({ ok }) => ok)).not.toContain(false);
  });

  it('is promoted when viewers take what it prefers', async () => {
    const records = await pages(60, 'production');
    await reward(records, ({ artworkId }) => artworkId.endsWith('-2'));
    expect(await promote(10_000)).toMatchObject({ verdict: 'wait', decisionCount: 600 });
    expect(await promote()).toMatchObject({ verdict: 'promote', version: SHADOW.version });
    expect(await stage()).toBe('active');
    await world.models.refresh();
    expect(world.models.current()).toMatchObject({ bandit: { version: SHADOW.version }, shadow: null });
    const { summary } = (await world.repositories.models.findByVersion(SHADOW.version)) ?? {};
    expect(summary).toMatchObject({ shadowDecisionCount: 600, shadowVerdict: 'promote', rows: 100 });
    expect(await promote()).toEqual({ version: null, verdict: null, decisionCount: 0 });
  });

  it('is not judged where a picture was only held', async () => {
    const first = await pages(1, 'production');
    const second = await pages(1, 'production');
    expect(second.map(({ stickyOutcome }) => stickyOutcome)).toEqual(second.map(() => 'held'));
    await reward([...first, ...second], () => true);
    expect(await promote()).toMatchObject({ verdict: 'wait', decisionCount: first.length });
  });

  it('is rejected when viewers shun what it prefers', async () => {
    const records = await pages(60, 'production');
    await reward(records, ({ artworkId }) => !artworkId.endsWith('-2'));
    expect(await promote()).toMatchObject({ verdict: 'reject' });
    expect(await stage()).toBe('rejected');
  });
});

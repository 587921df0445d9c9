import { randomUUID } from 'node:crypto';
import type { DecisionRecord, EventRecord, EventType } from '@keyart/contracts';
import { AttributeRewards, BuildProfile, TrainProductionModels } from '@keyart/decisions';
import { warmStartBaseline } from '@keyart/learning';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { aHistoryEntry, anEvent } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const WINDOW_MS = 6 * 3_600_000;
const LOCK_MS = 24 * 3_600_000;
const TITLES = Array.from({ length: 20 }, (_, i) => ({ titleId: `title-${i}`, row: 0, position: i }));

describe('from decisions to a model in service', () => {
  let test: TestDatabase;
  let world: ServingWorld;

  beforeEach(async () => {
    test = await createTestDatabase();
    const catalogue = aCatalogue({ titleCount: 20, artworkCount: 3, seed: 'loop' });
    world = await aServingWorld({ database: test.database, catalogue });
  });
  afterEach(() => test.drop());

  const attribute = (windowMs = WINDOW_MS): Promise<{ attributedCount: number }> => {
    const { clock, repositories } = world;
    return new AttributeRewards({ rewards: repositories.rewards, windowMs, clock }).run();
  };

  const train = (): TrainProductionModels => {
    const { repositories, catalogue, clock } = world;
    return new TrainProductionModels({ ...repositories, catalogue, clock });
  };

  async function page(memberId: string): Promise<DecisionRecord[]> {
    const request = {
      memberId,
      surface: SURFACE,
      titles: TITLES,
      policy: 'production',
      deadlineMs: null,
    } as const;
    const answers = await world.service.decide({ ...request, requestId: randomUUID() });
    return answers.flatMap((answer) => (answer.ok ? [answer.record] : []));
  }

  async function happen(type: EventType, records: readonly DecisionRecord[]): Promise<void> {
    const occurredAt = new Date(world.clock.nowMs());
    const events = records.map(({ decisionId }) => anEvent(decisionId, { type, occurredAt }));
    await world.repositories.events.insertMany(events, occurredAt, LOCK_MS);
  }

  it('gives rewards when the window has closed, not before, and again after late events', async () => {
    const records = await page('ada');
    await happen('impression', records);
    world.clock.advance(WINDOW_MS - 1);
    expect(await attribute()).toEqual({ attributedCount: 0 });
    world.clock.advance(1);
    expect(await attribute()).toEqual({ attributedCount: records.length });
    expect(await attribute()).toEqual({ attributedCount: 0 });
    world.clock.advance(1_000);
    await happen('click', records.slice(0, 2));
    expect(await attribute()).toEqual({ attributedCount: 2 });
  });

  async function rungs(records: readonly DecisionRecord[]): Promise<(string | undefined)[]> {
    const found = new Map<string, string>();
    for await (const batch of world.repositories.log.stream(10)) {
      for (const { decision, reward } of batch) found.set(decision.decisionId, reward.rung);
    }
    return records.map(({ decisionId }) => found.get(decisionId));
  }

  it('gives the reward of what happened within the window; what was never rendered gets none', async () => {
    const records = (await page('ada')).slice(0, 3);
    await happen('impression', records.slice(0, 2));
    await happen('completion', [records[0], records[2]]);
    world.clock.advance(WINDOW_MS);
    await attribute();
    expect(await rungs(records)).toEqual(['completion', 'none', undefined]);
  });

  it('judges by when things happened, not by when or in which order they were told', async () => {
    const [early, twice, reversed, tooLate] = await page('ada');
    const at = (minutes: number): Date => new Date(world.clock.nowMs() + minutes * 60_000);
    const told = (record: DecisionRecord, type: EventType, minutes: number): EventRecord =>
      anEvent(record.decisionId, { type, occurredAt: at(minutes) });
    const progress = { ...told(reversed, 'progress', 30), progressFraction: 0.5 };
    const repeated = told(twice, 'click', 5);
    const batches = [
      [told(early, 'play', 3), told(early, 'impression', 1)],
      [told(twice, 'impression', 1), repeated, repeated],
      [progress, told(reversed, 'play', 2), told(reversed, 'impression', 1)],
      [told(tooLate, 'impression', 1), told(tooLate, 'completion', 1 + WINDOW_MS / 60_000)],
    ];
    const receivedAt = at(10);
    for (const event of batches.flat()) {
      await world.repositories.events.insertMany([event], receivedAt, LOCK_MS);
    }
    world.clock.advance(2 * WINDOW_MS);
    expect(await attribute()).toEqual({ attributedCount: 4 });
    const expected = ['play', 'click', 'quality-play', 'none'];
    expect(await rungs([early, twice, reversed, tooLate])).toEqual(expected);
    await world.repositories.events.insertMany([repeated], new Date(world.clock.nowMs()), LOCK_MS);
    expect(await attribute()).toEqual({ attributedCount: 0 });
  });

  it('judges everything anew when the ladder changes, once', async () => {
    const records = (await page('ada')).slice(0, 2);
    await happen('impression', records);
    world.clock.advance(2_000);
    await happen('click', records.slice(0, 1));
    world.clock.advance(WINDOW_MS);
    await attribute();
    expect(await rungs(records)).toEqual(['click', 'none']);
    expect(await attribute(1_000)).toEqual({ attributedCount: 2 });
    expect(await rungs(records)).toEqual(['none', 'none']);
    expect(await attribute(1_000)).toEqual({ attributedCount: 0 });
  });

  it('keeps the warm start without a row', async () => {
    expect(await train().run()).toMatchObject({ rowCount: 0, versions: null });
    expect(await world.models.refresh()).toBe(false);
    expect(world.models.current().bandit.version).toBe(warmStartBaseline().version);
  });

  it('trains on what is attributed, leaves locks and gone artworks out, and serves the new versions', async () => {
    await world.repositories.members.importHistory('ada', {
      entries: [aHistoryEntry({ genres: ['Romance'] })],
    });
    await new BuildProfile(world.repositories.members).run('ada');
    const first = await page('ada');
    await happen('impression', first);
    await happen('play', first.slice(0, 5));
    world.clock.advance(WINDOW_MS);
    const second = await page('ada');
    await happen('impression', second);
    world.clock.advance(WINDOW_MS);
    await attribute();

    const gone = second[10].titleId;
    const before = world.catalogue.current();
    await test.database.pool.query('DELETE FROM artwork WHERE title_id = $1', [gone]);
    await world.catalogue.refresh();
    expect(before.artworksOf(gone)).toHaveLength(3);
    expect(world.catalogue.current().artworksOf(gone)).toEqual([]);

    const fractions: number[] = [];
    const onProgress = (fraction: number): number => fractions.push(fraction);
    const trained = await train().run({ promote: 'now', onProgress });
    expect(trained).toMatchObject({ rowCount: 33, lockedCount: 5, goneArtworkCount: 2 });
    expect(fractions).toEqual([0.8, 1]);
    expect(await world.models.refresh()).toBe(true);
    const { bandit, popularity, guard } = world.models.current();
    expect({ bandit, popularity, guard }).toMatchObject(
      Object.fromEntries(
        Object.entries(trained.versions ?? {})
          .filter(([, version]) => version !== null)
          .map(([kind, version]) => [kind, { version }]),
      ),
    );
    const [next] = await page('bea');
    expect(next.modelVersion).toBe(bandit.version);
    expect(next.policyVersion).not.toBe(first[0].policyVersion);
    expect(await train().run()).toEqual(trained);
  });

  it('trains with the taste as of the decision, and counts where only a later one is kept', async () => {
    const { repositories } = world;
    const watch = async (title: string, genres: string[]): Promise<void> => {
      await repositories.members.importHistory('ada', { entries: [aHistoryEntry({ title, genres })] });
      await new BuildProfile(repositories.members).run('ada');
    };
    await watch('Ninotchka', ['Romance']);
    await happen('impression', await page('ada'));
    world.clock.advance(WINDOW_MS);
    await attribute();
    const before = await train().run();
    expect(before).toMatchObject({ rowCount: 20, laterTasteCount: 0 });
    await watch('The Thing', ['Horror']);
    expect(await train().run()).toEqual(before);
    await test.database.pool.query('TRUNCATE taste_version');
    const after = await train().run();
    expect(after).toMatchObject({ rowCount: 20, laterTasteCount: 20 });
    expect(after.versions?.bandit).not.toBe(before.versions?.bandit);
  });

  it('leaves a new bandit in the shadow, which chooses nothing', async () => {
    await happen('impression', await page('ada'));
    world.clock.advance(WINDOW_MS);
    await attribute();
    const { versions } = await train().run();
    await world.models.refresh();
    const { bandit, popularity, shadow } = world.models.current();
    expect(bandit.version).toBe(warmStartBaseline().version);
    expect([shadow?.version, popularity.version]).toEqual([versions?.bandit, versions?.popularity]);
    expect((await page('ada'))[0].modelVersion).toBe(bandit.version);
  });

  it('leaves a shadow its place until it is judged, for three days', async () => {
    const seen = async (memberId: string): Promise<string | undefined> => {
      await happen('impression', await page(memberId));
      world.clock.advance(WINDOW_MS);
      await attribute();
      return (await train().run()).versions?.bandit;
    };
    const shadow = async (): Promise<string | undefined> => {
      await world.models.refresh();
      return world.models.current().shadow?.version;
    };
    const first = await seen('ada');
    const second = await seen('bea');
    expect(second).not.toBe(first);
    expect(await shadow()).toBe(first);
    world.clock.advance(3 * 24 * 3_600_000);
    const third = await seen('cleo');
    expect(await shadow()).toBe(third);
  });

  it('trains on decisions before an instant only', async () => {
    const records = await page('ada');
    await happen('impression', records);
    world.clock.advance(WINDOW_MS);
    await attribute();
    expect((await train().run({ until: records[0].decidedAt })).rowCount).toBe(0);
    expect((await train().run({ until: new Date(world.clock.nowMs()) })).rowCount).toBe(records.length);
  });
});

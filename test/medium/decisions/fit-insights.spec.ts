import { randomUUID } from 'node:crypto';
import type { DecisionRecord, EventType } from '@keyart/contracts';
import {
  AttributeRewards,
  DecisionExplainer,
  FitInsights,
  type FittedInsights,
  type LearntInsights,
} from '@keyart/decisions';
import { KeepTransferModel, TitlePriorsReader } from '@keyart/insights';
import type { InsightModel } from '@keyart/ranking';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { anEvent } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const WINDOW_MS = 6 * 3_600_000;
const LOCK_MS = 24 * 3_600_000;
const [TITLE_COUNT, MEMBER_COUNT] = [20, 40];
const TITLES = Array.from({ length: TITLE_COUNT }, (_, i) => ({
  titleId: `title-${i}`,
  row: 0,
  position: i,
}));

describe('FitInsights', () => {
  let test: TestDatabase;
  let world: ServingWorld;

  beforeEach(async () => {
    test = await createTestDatabase();
    const catalogue = aCatalogue({ titleCount: TITLE_COUNT, artworkCount: 3, seed: 'insights' });
    world = await aServingWorld({ database: test.database, catalogue });
  });
  afterEach(() => test.drop());

  /** The first picture of each title comes from a scene that holds viewers, the others from one that does not. */
  function scenes(): Map<string, number> {
    const { titles, artworksOf } = world.catalogue.current();
    return new Map(
      titles.flatMap(({ titleId }) =>
        artworksOf
          .call(world.catalogue.current(), titleId)
          .map(({ artworkId }, k) => [artworkId, k === 0 ? 1 : -0.5] as const),
      ),
    );
  }

  function fit(): Promise<FittedInsights> {
    const { repositories, catalogue, clock } = world;
    const facts = () => Promise.resolve({ scenes: scenes(), regionOf: { DE: 'centre' } });
    const keep = new KeepTransferModel({ models: repositories.models, clock });
    const onFit = async (learnt: LearntInsights): Promise<void> => void (await keep.run(learnt));
    return new FitInsights({ ...repositories, catalogue, clock, facts, onFit }).run();
  }

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

  /** Viewers finish what they were shown a picture of an engaging scene for, every other time. */
  async function anEvening(): Promise<void> {
    const engaging = scenes();
    for (let m = 0; m < MEMBER_COUNT; m++) {
      const records = await page(`member-${m}`);
      await happen('impression', records);
      const liked = records.filter(({ artworkId }) => (engaging.get(artworkId) ?? 0) > 0);
      await happen(
        'completion',
        liked.filter((_, i) => (i + m) % 2 === 0),
      );
    }
    world.clock.advance(WINDOW_MS);
    const { clock, repositories } = world;
    await new AttributeRewards({ rewards: repositories.rewards, windowMs: WINDOW_MS, clock }).run();
  }

  it('changes nothing without a log', async () => {
    expect(await fit()).toEqual({ rowCount: 0, version: null, summary: {} });
    expect(await world.repositories.models.active('insights')).toBeNull();
  });

  it('learns what scenes are worth, serves pictures from it, and says so in every decision', async () => {
    await anEvening();
    const { rowCount, version, summary } = await fit();
    expect(rowCount).toBe(TITLE_COUNT * MEMBER_COUNT);
    expect(summary['scene.weight']).toBeGreaterThan(0.05);
    const record = await world.repositories.models.active('insights');
    expect(record?.version).toBe(version);
    const { lifts, regionOf } = record?.payload as InsightModel;
    for (const [artworkId, engagement] of scenes())
      expect(Math.sign(lifts[artworkId].scene ?? 0)).toBe(Math.sign(engagement));
    expect(regionOf).toMatchObject({ DE: 'centre' });

    const priors = await new TitlePriorsReader(world.repositories).priorsOf('title-3');
    expect(priors).toMatchObject({ kind: 'found', priors: { titleId: 'title-3', rowCount } });
    expect(priors.kind === 'found' && priors.priors.artworks).toHaveLength(3);

    await world.models.refresh();
    const records = await page('somebody-new');
    expect(records.map(({ modelVersion }) => modelVersion.split('+')[1])).toEqual(records.map(() => version));
    const favourites = records.map(({ candidates }) =>
      candidates.reduce((best, one) => (one.probability > best.probability ? one : best)),
    );
    const engaging = scenes();
    const right = favourites.filter(({ artworkId }) => (engaging.get(artworkId) ?? 0) > 0).length;
    expect(right).toBeGreaterThan(0.8 * TITLE_COUNT);

    const { repositories, models, catalogue } = world;
    const explainer = new DecisionExplainer({
      ...repositories,
      registry: repositories.models,
      models,
      catalogue,
    });
    const explained = await explainer.forAnalyst(records[0].decisionId);
    expect(explained?.isReproduced).toBe(true);
  });
});

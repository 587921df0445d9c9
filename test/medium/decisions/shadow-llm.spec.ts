import { randomUUID } from 'node:crypto';
import type { DecisionRecord, RegisteredRanker } from '@keyart/contracts';
import { ShadowDecisionsRepository } from '@keyart/db';
import { AttributeRewards, PromoteModels, ScoreMemberByAll } from '@keyart/decisions';
import { ArtworkRanker, CHATML_TEMPLATE, type LabelScorer } from '@keyart/llm';
import { aCatalogue } from '../../factories/catalogue.factory';
import { HashingLabelScorer } from '../../factories/hashing-label-scorer.fake';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { aHistoryEntry, aModelVersion, anEvent } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const WINDOW_MS = 3_600_000;
const VERSION = 'llm-candidate';
const MODEL = { formulation: 'pointwise', historyTokens: 150 } as const;
const CALIBRATION = { temperature: 0.2, labelMassThreshold: 0.5, slotPrior: {} };
const TITLES = Array.from({ length: 6 }, (_, i) => ({ titleId: `title-${i}`, row: 0, position: i }));

/** Another model: it says of every prompt what the first says of it with a word more. */
class OtherScorer extends HashingLabelScorer {
  override readonly modelVersion = 'hashing/2' as 'hashing/1';

  override score(request: Parameters<LabelScorer['score']>[0]): ReturnType<LabelScorer['score']> {
    return super.score({ ...request, prompts: request.prompts.map((prompt) => `${prompt} again`) });
  }
}

describe('an LLM in the shadow', () => {
  let test: TestDatabase;
  let world: ServingWorld;
  let shadows: ShadowDecisionsRepository;
  const candidate = new ArtworkRanker({ scorer: new OtherScorer(), model: MODEL, template: CHATML_TEMPLATE });
  const payload: RegisteredRanker = {
    ...{ schema: 'llm-ranker/1', ...MODEL, template: 'chatml', calibration: CALIBRATION },
    ...{ modelVersion: candidate.modelVersion, templateVersion: candidate.templateVersion },
    ...{ adapterFile: 'none.gguf', adapterSha256: 'a'.repeat(64), card: { name: 'candidate' } },
  };

  beforeEach(async () => {
    test = await createTestDatabase();
    const catalogue = aCatalogue({ titleCount: TITLES.length, artworkCount: 3, seed: 'shadow-llm' });
    world = await aServingWorld({ database: test.database, catalogue });
    shadows = new ShadowDecisionsRepository(test.database);
    await world.repositories.members.importHistory('ada', { entries: [aHistoryEntry()] });
    await world.repositories.models.save(
      aModelVersion({ version: VERSION, kind: 'llm', stage: 'shadow', payload }),
    );
    await world.models.refresh();
  });
  afterEach(() => test.drop());

  const precompute = (llms: readonly ArtworkRanker[]): Promise<unknown> => {
    const wanted = llms.map((ranker) => ({ ranker, model: MODEL }));
    const { repositories, catalogue, clock } = world;
    return new ScoreMemberByAll({
      ...{ ...repositories, catalogue, clock, locales: ['en'], aspects: ['16:9'] },
      wanted: () => Promise.resolve(wanted),
    }).run({ memberId: 'ada' });
  };

  async function page(policy: 'production' | 'llm'): Promise<DecisionRecord[]> {
    const service = world.with({ shadow: { shadows, fraction: 1 } });
    const request = { memberId: 'ada', surface: SURFACE, titles: TITLES, policy, deadlineMs: null };
    const answers = await service.decide({ ...request, requestId: randomUUID() });
    await service.settled();
    return answers.flatMap((answer) => (answer.ok ? [answer.record] : []));
  }

  const noted = async () =>
    (await test.database.pool.query('SELECT * FROM shadow_decision ORDER BY decision_id')).rows;

  it('is scored beside the one that serves, and its choices are noted, never shown', async () => {
    expect(await precompute([world.ranker, candidate])).toEqual({ scoredCount: 12, skippedCount: 0 });
    const served = await page('llm');
    expect(new Set(served.map(({ modelVersion }) => modelVersion))).toEqual(
      new Set([world.ranker.modelVersion]),
    );
    expect(await noted()).toEqual([]);
    const records = await page('production');
    const rows = await noted();
    expect(rows.map((row) => row.decision_id as string)).toEqual(records.map((one) => one.decisionId).sort());
    expect(new Set(rows.map((row) => row.model_version as string))).toEqual(new Set([VERSION]));
    for (const { probabilities } of rows) {
      const values = Object.values(probabilities as Record<string, number>);
      expect(values).toHaveLength(3);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    }
  });

  it('says nothing where it has no scores', async () => {
    await precompute([world.ranker]);
    await page('production');
    expect(await noted()).toEqual([]);
  });

  it('gets figures and is left to people; then its scores serve', async () => {
    await precompute([candidate]);
    const records = await page('production');
    const now = new Date(world.clock.nowMs());
    const seen = records.map(({ decisionId }) => anEvent(decisionId, { occurredAt: now }));
    await world.repositories.events.insertMany(seen, now, 0);
    world.clock.advance(WINDOW_MS);
    const { rewards, models } = world.repositories;
    await new AttributeRewards({ rewards, windowMs: WINDOW_MS, clock: world.clock }).run();
    const rule = { leastDecisionCount: 1, tolerance: 1 };
    const promoting = new PromoteModels({ models, shadows, rule, clock: world.clock });
    expect(await promoting.run()).toEqual({ version: null, verdict: null, decisionCount: 0 });
    const { summary, stage } = (await models.findHead(VERSION)) ?? {};
    expect(stage).toBe('shadow');
    expect(summary).toMatchObject({ shadowDecisionCount: 6, shadowVerdict: 'wait' });
    expect(summary?.shadowAgreement).toBeGreaterThanOrEqual(0);
    expect(summary?.shadowAgreement).toBeLessThanOrEqual(1);

    await models.activate(VERSION, now);
    await world.models.refresh();
    const served = await page('llm');
    expect(new Set(served.map(({ modelVersion }) => modelVersion))).toEqual(
      new Set([candidate.modelVersion]),
    );
  });

  it('never serves when its prompts are rendered otherwise', async () => {
    const outdated = { ...payload, templateVersion: 'chatml/pointwise@000000000000' };
    const version = 'llm-outdated';
    await world.repositories.models.save(
      aModelVersion({ version, kind: 'llm', stage: 'active', payload: outdated }),
    );
    await world.models.refresh();
    expect(world.models.current().llm?.modelVersion).toBe(world.ranker.modelVersion);
    expect(world.models.current().shadowLlm).toMatchObject({ version: VERSION });
  });
});

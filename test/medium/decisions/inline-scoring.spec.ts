import { randomUUID } from 'node:crypto';
import { createLogger } from '@keyart/common';
import type { DecisionRecord } from '@keyart/contracts';
import { RankerInlineScorer, ScoreWriteBehind, type DecisionRequest } from '@keyart/decisions';
import { ArtworkRanker, CHATML_TEMPLATE, ResilientLabelScorer, VllmLabelScorer } from '@keyart/llm';
import { TOKEN_IDS, type ModelServer } from '../../conformance/llm/model-server';
import { vllmServer } from '../../conformance/llm/vllm-server';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { eventually } from '../../support/eventually';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'PT', device: 'tv', maturity: '18' } as const;
const made = aCatalogue({ titleCount: 4, artworkCount: 3, seed: 'inline' });
const logger = createLogger('test', 'silent');

describe('inline scoring', () => {
  let test: TestDatabase;
  let world: ServingWorld;
  let server: ModelServer;
  let kept: ScoreWriteBehind;
  let service: ServingWorld['service'];

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await aServingWorld({ database: test.database, catalogue: made });
    await world.repositories.members.importHistory('ada', { entries: [] });
  });
  afterAll(() => test.drop());

  beforeEach(async () => {
    await test.database.query({ text: 'TRUNCATE decision, artwork_score, sticky_state CASCADE' });
    server = vllmServer();
    const url = await server.listen();
    const adapter = new VllmLabelScorer({ url, model: 'm', timeoutMs: 60_000, labelTokenIds: TOKEN_IDS });
    const scorer = new ResilientLabelScorer(adapter, { promptsPerCall: 16, breakerFailureCount: 4 });
    const model = { formulation: 'pointwise', historyTokens: 150 } as const;
    const ranker = new ArtworkRanker({ scorer, model, template: CHATML_TEMPLATE });
    kept = new ScoreWriteBehind(world.repositories.scores, logger);
    service = world.with({
      inlineScorer: new RankerInlineScorer({ ranker, kept, clock: world.clock }),
      models: {
        current: () => ({
          ...world.models.current(),
          llm: {
            modelVersion: ranker.modelVersion,
            calibration: { temperature: 1, labelMassThreshold: 0, slotPrior: {} },
          },
        }),
      },
    });
  });
  afterEach(() => server.close());

  async function decide(deadlineMs: number | null): Promise<DecisionRecord[]> {
    const request: DecisionRequest = {
      ...{ requestId: randomUUID(), memberId: 'ada', surface: SURFACE, policy: 'llm', deadlineMs },
      ...{ pageId: null, titles: made.titles.map(({ titleId }, row) => ({ titleId, row, position: 0 })) },
    };
    const answers = await service.decide(request);
    return answers.flatMap((answer) => (answer.ok ? [answer.record] : []));
  }

  it('keeps what it scored, so that later pages need no deadline', async () => {
    const [first] = await decide(30_000);
    expect(first).toMatchObject({ source: 'llm', tierFailures: [] });
    await kept.settled();
    const callCount = server.calls.length;
    for (const record of await decide(null)) expect(record.source).toBe('llm');
    expect(server.calls).toHaveLength(callCount);
  });

  it('answers by the next tier when the endpoint hangs, and takes its calls back', async () => {
    server.hangForever();
    const pages = await Promise.all(Array.from({ length: 3 }, () => decide(1_000)));
    for (const record of pages.flat()) {
      expect(record.source).not.toBe('llm');
      expect(record.tierFailures[0]).toEqual({ source: 'llm', reason: 'deadline' });
    }
    await eventually(
      () => Promise.resolve(server.calls.map(({ isAbandoned }) => isAbandoned)),
      (abandoned) => abandoned.length > 0 && abandoned.every(Boolean),
    );
  });

  it('does not wait at all for an endpoint that was found to hang', async () => {
    server.hangForever();
    for (let page = 0; page < 4; page++) await decide(500);
    const callCount = server.calls.length;
    // A deadline far beyond the test's own: whoever waits for it fails.
    const [record] = await decide(3_600_000);
    expect(record.tierFailures[0]).toEqual({ source: 'llm', reason: 'inline-scoring-failed' });
    expect(server.calls).toHaveLength(callCount);
  });

  it('is not hurt by a database that refuses the scores', async () => {
    const refusing = new ScoreWriteBehind({ saveMany: () => Promise.reject(new Error('full')) }, logger);
    refusing.keep([]);
    await expect(refusing.settled()).resolves.toBeUndefined();
  });
});

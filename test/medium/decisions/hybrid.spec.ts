import { randomUUID } from 'node:crypto';
import { EmbedCaptions } from '@keyart/catalog';
import { createLogger } from '@keyart/common';
import { ASPECTS, type DecisionRecord, type ServedPolicy } from '@keyart/contracts';
import { CaptionEmbeddingsRepository } from '@keyart/db';
import {
  AttributeRewards,
  BuildProfile,
  ScoreMember,
  Student,
  StudentTier,
  TrainProductionModels,
  vectorsOfStudent,
  type DecisionService,
} from '@keyart/decisions';
import { HashingTextEmbedder } from '../../../libs/vision/src/hashing-text-embedder.fake';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aFacesStudent } from '../../factories/faces-student.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { aHistoryEntry, anEvent } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'PT', device: 'tv', maturity: '18' } as const;
const WINDOW_MS = 6 * 3_600_000;
const MEMBERS = Array.from({ length: 36 }, (_, i) => `member-${i}`);
const made = aCatalogue({ titleCount: 20, artworkCount: 3, seed: 'hybrid' });
const TITLES = made.titles.map(({ titleId }, row) => ({ titleId, row, position: 0 }));

/** Captions are `Picture 2 of title-1`: half of the members know each title's third picture, half its second. */
const knownPicture = (memberId: string): number => 1 + (MEMBERS.indexOf(memberId) % 2);

describe('the hybrid, from the log to a page', () => {
  const embedder = new HashingTextEmbedder();
  const logger = createLogger('test', 'silent');
  let test: TestDatabase;
  let world: ServingWorld;
  let student: Student;
  let tier: StudentTier;
  let service: DecisionService;

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await aServingWorld({ database: test.database, catalogue: made });
    student = await aFacesStudent(embedder);
    const embeddings = new CaptionEmbeddingsRepository(test.database);
    const { catalogue, clock, repositories } = world;
    await new EmbedCaptions({ catalogue, embeddings, embedder, clock }).run();
    const vectors = vectorsOfStudent(student.card, { embeddings, logger });
    await vectors.refresh();
    tier = new StudentTier({ student, vectors, logger });
    service = world.with({ student: tier });
    for (const memberId of MEMBERS) {
      const people = [`Picture ${knownPicture(memberId)}`];
      const entries = [aHistoryEntry({ people }), aHistoryEntry({ title: 'Other', people })];
      await repositories.members.importHistory(memberId, { entries });
      await new BuildProfile(repositories.members).run(memberId);
    }
  }, 120_000);
  afterAll(async () => {
    await student.close();
    await test.drop();
  });

  async function decide(policy: ServedPolicy, memberId: string): Promise<DecisionRecord[]> {
    const request = { requestId: randomUUID(), memberId, surface: SURFACE, titles: TITLES, policy };
    const answers = await service.decide({ ...request, deadlineMs: null, pageId: null });
    return answers.flatMap((answer) => (answer.ok ? [answer.record] : []));
  }

  const train = () => {
    const { repositories, catalogue, clock, models } = world;
    const { scores } = repositories;
    const llm = () => Promise.resolve(models.current().llm);
    const hybrid = { scores, llm, student: () => Promise.resolve(tier) };
    return new TrainProductionModels({ ...repositories, catalogue, clock, hybrid }).run();
  };

  /** Everybody is shown pictures by lot, and plays where somebody known is on them. */
  async function liveADay(): Promise<void> {
    const { clock, repositories } = world;
    for (const memberId of MEMBERS) {
      const records = await decide('uniform', memberId);
      const occurredAt = new Date(clock.nowMs());
      const played = records.filter(({ artworkId }) => artworkId.endsWith(`-${knownPicture(memberId)}`));
      const events = [
        ...records.map(({ decisionId }) => anEvent(decisionId, { type: 'impression', occurredAt })),
        ...played.map(({ decisionId }) => anEvent(decisionId, { type: 'play', occurredAt })),
      ];
      await repositories.events.insertMany(events, occurredAt, 0);
    }
    clock.advance(WINDOW_MS);
    const { rewards } = repositories;
    await new AttributeRewards({ rewards, windowMs: WINDOW_MS, clock }).run();
  }

  it('is the bandit until there is something to learn from', async () => {
    expect((await train()).versions).toBeNull();
    const [record] = await decide('hybrid', 'nobody');
    expect([record.source, record.policy, record.tierFailures]).toEqual(['bandit', 'hybrid', []]);
  });

  it('learns what the student is worth from the log, and serves it under its own name', async () => {
    await liveADay();
    const { versions } = await train();
    await world.models.refresh();
    const { hybrid, bandit } = world.models.current();
    expect(hybrid?.version).toBe(versions?.hybrid);
    expect(hybrid).toMatchObject({ llm: null, student: { modelVersion: student.version, rowCount: 720 } });
    expect(hybrid?.student?.warm.model).toBeGreaterThan(0.05);
    for (const record of await decide('hybrid', 'member-0')) {
      expect(record.source).toBe('hybrid-student');
      expect(record.modelVersion).toBe(`${versions?.hybrid}+${bandit.version}+${student.version}`);
      expect(record.tierFailures).toEqual([]);
      const best = record.candidates.reduce((a, b) => ((b.score ?? 0) > (a.score ?? 0) ? b : a));
      expect(best.artworkId).toMatch(/-1$/);
      const chosen = record.candidates.find(({ artworkId }) => artworkId === record.artworkId);
      expect(record.propensity).toBe(chosen?.probability);
    }
  });

  it('takes the LLM where it has scored, once its scores are in the log', async () => {
    const { repositories, catalogue, ranker, clock } = world;
    const parts = { ...repositories, catalogue, ranker, clock, formulation: 'pointwise' } as const;
    const score = new ScoreMember({ ...parts, locales: ['en'], aspects: ASPECTS });
    for (const memberId of MEMBERS) await score.run({ memberId });
    await train();
    await world.models.refresh();
    const { hybrid } = world.models.current();
    expect(hybrid?.llm).toMatchObject({ modelVersion: ranker.modelVersion, rowCount: 720 });
    // The fake's scores are noise, the student's are what was played by.
    expect(Math.abs(hybrid?.llm?.warm.model ?? NaN)).toBeLessThan((hybrid?.student?.warm.model ?? 0) / 4);
    for (const { source } of await decide('hybrid', 'member-1')) expect(source).toBe('hybrid-llm');
    const [unscored] = await decide('hybrid', 'nobody-else');
    expect(unscored.source).toBe('hybrid-student');
    expect(unscored.tierFailures).toEqual([{ source: 'hybrid-llm', reason: 'no-label-scores' }]);
  });
});

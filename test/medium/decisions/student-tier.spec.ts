import { randomUUID } from 'node:crypto';
import { EmbedCaptions } from '@keyart/catalog';
import { createLogger } from '@keyart/common';
import { ASPECTS, captionHash, type DecisionRecord, type ServedPolicy } from '@keyart/contracts';
import { CaptionEmbeddingsRepository } from '@keyart/db';
import {
  BuildProfile,
  ScoreMember,
  Student,
  StudentTier,
  vectorsOfStudent,
  type CaptionVectors,
  type DecisionService,
} from '@keyart/decisions';
import { HashingTextEmbedder } from '../../../libs/vision/src/hashing-text-embedder.fake';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aFacesStudent } from '../../factories/faces-student.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { aHistoryEntry } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'PT', device: 'tv', maturity: '18' } as const;
const made = aCatalogue({ titleCount: 3, artworkCount: 3, withIneligible: true, seed: 'student' });
const TITLES = made.titles.map(({ titleId }, row) => ({ titleId, row, position: 0 }));

describe('the student in the serving path', () => {
  const embedder = new HashingTextEmbedder();
  const logger = createLogger('test', 'silent');
  let test: TestDatabase;
  let world: ServingWorld;
  let student: Student;
  let embeddings: CaptionEmbeddingsRepository;
  let vectors: CaptionVectors;
  let service: DecisionService;

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await aServingWorld({ database: test.database, catalogue: made });
    student = await aFacesStudent(embedder);
    embeddings = new CaptionEmbeddingsRepository(test.database);
    vectors = vectorsOfStudent(student.card, { embeddings, logger });
    service = world.with({ student: new StudentTier({ student, vectors, logger }) });
    // Captions are `Picture 2 of title-1`: this viewer knows each title's third picture.
    const people = ['Picture 2'];
    const entries = [aHistoryEntry({ people }), aHistoryEntry({ title: 'Other', people })];
    await world.repositories.members.importHistory('ada', { entries });
    await new BuildProfile(world.repositories.members).run('ada');
  });
  afterAll(async () => {
    await student.close();
    await test.drop();
  });

  async function decide(policy: ServedPolicy, memberId = 'ada'): Promise<DecisionRecord[]> {
    const request = { requestId: randomUUID(), memberId, surface: SURFACE, titles: TITLES, policy };
    const answers = await service.decide({ ...request, deadlineMs: null, pageId: null });
    return answers.flatMap((answer) => (answer.ok ? [answer.record] : []));
  }

  const embedCaptions = () =>
    new EmbedCaptions({ catalogue: world.catalogue, embeddings, embedder, clock: world.clock }).run();

  it('is passed over, with the reason, until captions are embedded', async () => {
    await vectors.refresh();
    for (const record of await decide('llm', 'early')) {
      expect(record.source).toBe('bandit');
      expect(record.tierFailures).toEqual([
        { source: 'llm', reason: 'no-label-scores' },
        { source: 'student', reason: 'caption-not-embedded' },
      ]);
    }
  });

  it('finds embeddings bit for bit, and what came since', async () => {
    expect(await embedCaptions()).toEqual({ embeddedCount: 10, deletedCount: 0 });
    expect(await embedCaptions()).toEqual({ embeddedCount: 0, deletedCount: 0 });
    expect(await vectors.refresh()).toBe(true);
    expect(await vectors.refresh()).toBe(false);
    const caption = 'Picture 1 of title-2';
    const [vector] = await embedder.embed([caption]);
    expect(vectors.of(caption)).toEqual(vector);
    const later = await embeddings.since(embedder.model, new Date(world.clock.nowMs() + 1));
    expect(later).toEqual([]);
    await embeddings.saveMany('other', [{ captionHash: captionHash('x'), vector }], new Date(0));
    expect(await embeddings.hashesOf('other')).toEqual(new Set([captionHash('x')]));
    expect(await embedCaptions()).toEqual({ embeddedCount: 0, deletedCount: 1 });
  });

  it('scores where the LLM has not, and the record says so', async () => {
    for (const record of await decide('llm')) {
      expect(record).toMatchObject({ source: 'student', modelVersion: student.version, optionOrder: null });
      expect(record.tierFailures).toEqual([{ source: 'llm', reason: 'no-label-scores' }]);
      const scores = record.candidates.map(({ score }) => score);
      const favourite = Math.exp(1) / (2 + Math.exp(1));
      expect(scores).toEqual([
        expect.closeTo((1 - favourite) / 2, 12),
        expect.closeTo((1 - favourite) / 2, 12),
        expect.closeTo(favourite, 12),
      ]);
      const chosen = record.candidates.find(({ artworkId }) => artworkId === record.artworkId);
      expect(record.propensity).toBe(chosen?.probability);
    }
  });

  it('is asked by no other policy, and not where the LLM has scores', async () => {
    for (const { source } of await decide('production')) expect(source).toBe('bandit');
    const { repositories, catalogue, ranker, clock } = world;
    const parts = { ...repositories, catalogue, ranker, clock, formulation: 'pointwise' } as const;
    await new ScoreMember({ ...parts, locales: ['en'], aspects: ASPECTS }).run({ memberId: 'ada' });
    for (const { source } of await decide('llm')) expect(source).toBe('llm');
  });
});

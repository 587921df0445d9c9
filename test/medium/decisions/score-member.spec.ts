import { randomUUID } from 'node:crypto';
import { ASPECTS, type DecisionRecord, type Formulation } from '@keyart/contracts';
import { BuildProfile, ScoreMember } from '@keyart/decisions';
import { ArtworkRanker, CHATML_TEMPLATE } from '@keyart/llm';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { aHistoryEntry, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const TITLE_COUNT = 45;

describe('ScoreMember', () => {
  let test: TestDatabase;
  let world: ServingWorld;
  const made = aCatalogue({ titleCount: TITLE_COUNT, artworkCount: 3, withIneligible: true, seed: 'score' });
  /** Also eligible, but only as a poster. */
  const poster = { ...made.artworks[0], artworkId: 'title-0-poster', aspect: '2:3' } as const;

  beforeEach(async () => {
    test = await createTestDatabase();
    world = await aServingWorld({
      database: test.database,
      catalogue: { ...made, artworks: [...made.artworks, poster] },
    });
    await world.repositories.members.importHistory('ada', { entries: [aHistoryEntry()] });
    await new BuildProfile(world.repositories.members).run('ada');
  });
  afterEach(() => test.drop());

  function scoreMember(
    formulation: Formulation = 'pointwise',
    locales: readonly string[] = ['en'],
  ): ScoreMember {
    const { repositories, catalogue, clock, scorer } = world;
    const ranker = new ArtworkRanker({
      scorer,
      model: { formulation, historyTokens: 150 },
      template: CHATML_TEMPLATE,
    });
    return new ScoreMember({
      ...repositories,
      catalogue,
      clock,
      ranker,
      formulation,
      locales,
      aspects: ASPECTS,
    });
  }

  async function decide(titleId = 'title-0'): Promise<DecisionRecord> {
    const titles = [{ titleId, row: 0, position: 0 }];
    const page = { memberId: 'ada', surface: SURFACE, titles, policy: 'llm', deadlineMs: null } as const;
    const [answer] = await world.service.decide({ ...page, requestId: randomUUID() });
    if (!answer.ok) throw new Error(answer.detail);
    return answer.record;
  }

  it('scores every title once, in calls of some titles, and pages then use the scores', async () => {
    const notes: string[] = [];
    const result = await scoreMember().run({
      memberId: 'ada',
      onProgress: (_, note) => notes.push(note ?? ''),
    });
    expect(result).toEqual({ scoredCount: TITLE_COUNT, skippedCount: 0 });
    expect(notes).toHaveLength(15);
    expect(notes.at(-1)).toBe('45 of 45 titles');
    expect(world.scorer.promptCount).toBe(3 * TITLE_COUNT + 1);
    const record = await decide();
    expect(record).toMatchObject({
      source: 'llm',
      modelVersion: world.ranker.modelVersion,
      optionOrder: null,
    });
  });

  it('scores nothing twice for the same profile, wording and model', async () => {
    await scoreMember().run({ memberId: 'ada' });
    const { promptCount } = world.scorer;
    expect(await scoreMember().run({ memberId: 'ada' })).toEqual({
      scoredCount: 0,
      skippedCount: TITLE_COUNT,
    });
    expect(world.scorer.promptCount).toBe(promptCount);
  });

  it('scores anew, and serves no old score, after a caption was reworded', async () => {
    await scoreMember().run({ memberId: 'ada' });
    await world.repositories.artworks.upsert({
      ...made.artworks[1],
      caption: 'Reworded',
      captionVersion: 'c2',
    });
    await world.catalogue.refresh();
    expect((await decide()).tierFailures).toEqual([{ source: 'llm', reason: 'no-label-scores' }]);
    expect(await scoreMember().run({ memberId: 'ada' })).toEqual({
      scoredCount: 1,
      skippedCount: TITLE_COUNT - 1,
    });
    expect((await decide()).source).toBe('llm');
  });

  it('scores anew, and serves no old score, after the profile has changed', async () => {
    await scoreMember().run({ memberId: 'ada' });
    const entries = [aHistoryEntry({ title: 'Another', genres: ['Horror'], rating: 1 })];
    await world.repositories.members.importHistory('ada', { entries });
    const built = await new BuildProfile(world.repositories.members).run('ada');
    expect(built.isChanged).toBe(true);
    expect((await decide()).source).toBe('bandit');
    expect((await scoreMember().run({ memberId: 'ada' })).scoredCount).toBe(TITLE_COUNT);
    expect(await decide()).toMatchObject({ source: 'llm', profileVersion: built.profileVersion });
  });

  it('takes the newest of several usable rows', async () => {
    await scoreMember().run({ memberId: 'ada' });
    const query = { memberId: 'ada', titleIds: ['title-1'], modelVersion: world.ranker.modelVersion };
    const { scores } = await world.repositories.context.load(query);
    const [row] = scores;
    const values = row.artworkIds.map((id) => (id === 'title-1-2' ? 50 : 0));
    // As if only two pictures had been scored, later, but not the third: of no use to a page that shows all three.
    const part = { artworkIds: ['title-1-1', 'title-1-2'], values: [0, 50], candidateSetHash: 'part' };
    await world.repositories.scores.saveMany([{ ...row, ...part, scoredAt: minutesLater(2) }]);
    await world.repositories.scores.saveMany([{ ...row, values, scoredAt: minutesLater(1) }]);
    const record = await decide('title-1');
    expect(record.source).toBe('llm');
    expect(record.candidates[2].probability).toBeGreaterThan(0.9);
  });

  it('choice: scores each set that some surface shows, for every language asked', async () => {
    const result = await scoreMember('choice', ['en', 'de']).run({ memberId: 'ada' });
    expect(result.scoredCount).toBe(TITLE_COUNT);
    const query = { memberId: 'ada', titleIds: ['title-0'] };
    const ranker = new ArtworkRanker({
      scorer: world.scorer,
      model: { formulation: 'choice', historyTokens: 150 },
      template: CHATML_TEMPLATE,
    });
    const { scores } = await world.repositories.context.load({ ...query, modelVersion: ranker.modelVersion });
    expect(scores.map(({ artworkIds }) => [...artworkIds].sort())).toEqual([
      ['title-0-0', 'title-0-1', 'title-0-2'],
    ]);
  });

  it('leaves what was done when it is cut off, and goes on there', async () => {
    const { scorer } = world;
    const score = scorer.score.bind(scorer);
    let callCount = 0;
    scorer.score = (request) => (++callCount === 3 ? Promise.reject(new Error('killed')) : score(request));
    await expect(scoreMember().run({ memberId: 'ada' })).rejects.toThrow('killed');
    scorer.score = score;
    expect(await scoreMember().run({ memberId: 'ada' })).toEqual({ scoredCount: 39, skippedCount: 6 });
  });

  it('knows no member nobody imported', async () => {
    await expect(scoreMember().run({ memberId: 'nobody' })).rejects.toMatchObject({
      code: 'MEMBER_NOT_FOUND',
    });
    const build = new BuildProfile(world.repositories.members).run('nobody');
    await expect(build).rejects.toMatchObject({ code: 'MEMBER_NOT_FOUND' });
  });
});

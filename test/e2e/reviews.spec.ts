import { MemberDataRepository, TitleProfilesRepository, TitleReviewsRepository } from '@keyart/db';
import { profiledTones } from '@keyart/voice';
import { WordCountEngine } from '../../libs/voice/src/reviews/word-count.fake';
import { eventually } from '../support/eventually';
import { startReviewService, type ReviewService } from './support/review-service';

const DAY_MS = 86_400_000;
const NOW_MS = Date.now();

const daysAgo = (days: number): string => new Date(NOW_MS - days * DAY_MS).toISOString();

let number = 0;
function review(titleId: string, own: Record<string, unknown> = {}): Record<string, unknown> {
  number++;
  const text = `A good plot, and number ${number} of the harbour ${number * 7} is a great ferry of its own kind`;
  return { source: 'app', externalId: `r${number}`, titleId, text, createdAt: daysAgo(3), ...own };
}

describe('reviews, from the call to the profile', () => {
  let service: ReviewService<WordCountEngine>;
  beforeAll(async () => {
    service = await startReviewService(new WordCountEngine());
    for (const titleId of ['ferry', 'bombed', 'hostile', 'erased', 'down', 'poison', 'countries', 'empty'])
      await service.addTitle(titleId);
  });
  afterAll(() => service.close());

  it('are stored, read and counted, and change nothing when they are sent again', async () => {
    const reviews = Array.from({ length: 30 }, (_, index) =>
      review(
        'ferry',
        index % 5 === 0
          ? { text: `Boring and awful plot ${index} of the ${index * 11} ferries`, stars: 1 }
          : { stars: 5 },
      ),
    );
    expect(await service.hand(...reviews, reviews[0])).toEqual({ accepted: 30, duplicates: 1, rejected: [] });
    const profile = await service.profileOf('ferry', 30);
    expect(profile).toMatchObject({
      engineVersion: 'words-1',
      copyCount: 0,
      quarantinedCount: 0,
      microGenre: null,
    });
    expect(profile.version).toMatch(/^profile-[0-9a-f]{16}$/);
    expect(profile.cleaned).toMatchObject({
      count: 30,
      evidence: 'own-reviews',
      polarity: { raw: expect.closeTo(0.6, 6) as number },
    });
    expect(profile.cleaned.aspects[0]).toMatchObject({ aspect: 'plot', mentionShare: 1 });
    expect(profile.cleaned.tones[0]).toMatchObject({ tone: 'joy', raw: expect.closeTo(0.8, 6) as number });
    expect(profile.trend.reduce((sum, { count }) => sum + count, 0)).toBe(30);
    expect(await service.hand(...reviews)).toEqual({ accepted: 0, duplicates: 30, rejected: [] });
    expect(service.lagsMs.length).toBeGreaterThanOrEqual(30);
    expect((await service.profileOf('ferry', 30)).version).toBe(profile.version);
  });

  it('of which one is bad, name row and field, and the others are taken', async () => {
    const answer = await service.hand(
      review('hostile'),
      review('no-such-title'),
      review('hostile', { createdAt: new Date(NOW_MS + DAY_MS).toISOString() }),
      review('hostile', { text: '  \n ' }),
      review('hostile', { text: 'x'.repeat(1024 * 1024) }),
      review('hostile', { text: '\u0000\u0001\u0002PNG\u0000\u0003\u0004' }),
      'no review',
      review('hostile', { country: 'UK' }),
      review('hostile', { stars: 6 }),
      review('hostile', { colour: 'red' }),
      review('hostile', { externalId: undefined }),
      review('hostile', { createdAt: '2026-02-30T00:00:00Z' }),
      review('hostile', { createdAt: '1812-02-03T00:00:00Z' }),
      review('hostile', { text: 42 }),
    );
    expect(answer.accepted).toBe(1);
    expect(answer.rejected.map(({ index, code, field }) => [index, code, field])).toEqual([
      [1, 'unknown-title', 'titleId'],
      [2, 'created-in-future', 'createdAt'],
      [3, 'empty-text', 'text'],
      [4, 'text-too-long', 'text'],
      [5, 'binary-text', 'text'],
      [6, 'malformed-review', ''],
      [7, 'malformed-review', 'country'],
      [8, 'stars-out-of-scale', 'stars'],
      [9, 'malformed-review', 'colour'],
      [10, 'malformed-review', 'externalId'],
      [11, 'malformed-review', 'createdAt'],
      [12, 'created-too-early', 'createdAt'],
      [13, 'malformed-review', 'text'],
    ]);
    expect(answer.rejected[3].detail).toBe('has 1048576 characters, more than 20000');
  });

  it('take odd texts: markup, emoji, other scripts, half characters, a NUL', async () => {
    const texts = [
      '<b>good</b><script>alert(1)</script>',
      '🎬🎬🔥',
      '港の船はとても静かで美しい',
      'фильм хороший',
      'a good \ud800 one',
      'great\u0000 ferry',
    ];
    const answer = await service.hand(...texts.map((text) => review('hostile', { text })));
    expect(answer).toMatchObject({ accepted: 6, rejected: [] });
    // The one of emoji has no words and weighs nothing.
    const { cleaned } = await service.profileOf('hostile', 6);
    expect(cleaned.count).toBe(6);
  });

  it('refuse an envelope that is none, and one of too many', async () => {
    expect((await service.call('POST', '/v1/reviews', { reviews: [] })).status).toBe(400);
    expect((await service.call('POST', '/v1/reviews', { reviews: Array(501).fill({}) })).status).toBe(400);
    expect((await service.call('POST', '/v1/reviews', [])).status).toBe(400);
  });

  it('of a bombing are held back, with raw and cleaned figures side by side', async () => {
    const honest = Array.from({ length: 60 }, (_, index) =>
      review('bombed', { createdAt: daysAgo(1 + (index % 30)), accountAgeDays: 400, stars: 5 }),
    );
    const copies = Array.from({ length: 1_000 }, (_, index) =>
      review('bombed', {
        ...{ text: 'The worst film ever, boring, awful, hated it!', accountAgeDays: 0, stars: 1 },
        createdAt: new Date(NOW_MS - 3_600_000 + index * 60).toISOString(),
      }),
    );
    await service.hand(...honest);
    for (const half of [copies.slice(0, 500), copies.slice(500)]) await service.hand(...half);
    const { cleaned, raw, quarantinedCount, copyCount, bombings } = await service.profileOf('bombed', 1_060);
    expect({ quarantinedCount, copyCount, count: cleaned.count }).toEqual({
      ...{ quarantinedCount: 1_000, copyCount: 0, count: 60 },
    });
    expect(cleaned.polarity.raw).toBe(1);
    expect(raw).toMatchObject({ count: 61 });
    expect(bombings.reduce((sum, bombing) => sum + bombing.quarantinedCount, 0)).toBe(1_000);
    expect(Object.keys(bombings[0].signs).sort()).toEqual(['copied-text', 'new-accounts']);
  });

  it('are broken down by country and window', async () => {
    const german = Array.from({ length: 12 }, () =>
      review('countries', { country: 'DE', createdAt: daysAgo(100) }),
    );
    const brazilian = Array.from({ length: 12 }, (_, index) =>
      review('countries', {
        country: 'BR',
        text: `Boring harbour ${index} and awful ferry number ${index * 13}`,
      }),
    );
    await service.hand(...german, ...brazilian);
    await service.profileOf('countries', 24);
    const rawOf = async (query: string) =>
      (await service.call('GET', `/v1/titles/countries/sentiment?${query}`)).body;
    expect((await rawOf('country=DE')).cleaned).toMatchObject({ count: 12, polarity: { raw: 1 } });
    expect((await rawOf('country=BR&window=30d')).cleaned).toMatchObject({
      count: 12,
      polarity: { raw: -1 },
    });
    const nobody = await rawOf('country=DE&window=30d');
    expect(nobody.cleaned).toMatchObject({ count: 0, evidence: 'prior-dominated', priorFraction: 1 });
    expect((await service.call('GET', '/v1/titles/countries/sentiment?segment=critics')).status).toBe(409);
    expect((await service.call('GET', '/v1/titles/countries/sentiment?window=soon')).status).toBe(400);
    expect((await service.call('GET', '/v1/titles/nowhere/sentiment')).status).toBe(404);
  });

  it('tell of a title without any what titles like it get', async () => {
    const { body } = await service.call('GET', '/v1/titles/empty/sentiment');
    expect(body).toMatchObject({
      version: null,
      builtAt: null,
      cleaned: { count: 0, evidence: 'prior-dominated' },
    });
  });

  it('are not lost when the engine is down, and are read once it is back', async () => {
    const reviews = new TitleReviewsRepository(service.test.database);
    service.engine.isDown = true;
    await service.hand(review('down'), review('down'));
    await eventually(
      () => Promise.resolve(service.engine.failureCount),
      (count) => count > 0,
    );
    expect(await reviews.countWaiting()).toBe(2);
    service.engine.isDown = false;
    expect((await service.profileOf('down', 2)).cleaned.count).toBe(2);
  });

  it('leave the export and the profile with the member who wrote them', async () => {
    const member = new MemberDataRepository(service.test.database);
    await service.hand(review('erased', { memberId: 'ada' }), review('erased', { memberId: 'bob' }));
    await service.profileOf('erased', 2);
    const exported: string[] = [];
    for await (const { table, rows } of member.stream('ada'))
      if (table === 'title_review') exported.push(...rows);
    expect(exported).toHaveLength(1);
    expect(await member.erase('ada')).toEqual({ title_review: 1 });
    const profiles = new TitleProfilesRepository(service.test.database);
    expect((await profiles.due(10)).map(({ titleId }) => titleId)).toEqual(['erased']);
    await service.hand(review('ferry'));
    expect((await service.profileOf('erased', 1)).cleaned.count).toBe(1);
  });

  it('give the priors of other titles the tones of titles whose own reviews speak', async () => {
    await service.profileOf('ferry', 31);
    const tones = await profiledTones(new TitleProfilesRepository(service.test.database));
    expect(tones.get('ferry')?.joy).toBeGreaterThan(0.5);
    expect(tones.has('down')).toBe(false);
  });

  it('are analysed on demand, and nothing of it is kept', async () => {
    const answer = await service.call('POST', '/v1/sentiment/analyze', { texts: ['A good plot', '🎬'] });
    expect(answer.status).toBe(200);
    expect(answer.body.readings).toMatchObject([{ polarity: 1, label: 'positive' }, { flags: ['no-words'] }]);
    service.engine.isDown = true;
    expect((await service.call('POST', '/v1/sentiment/analyze', { texts: ['A good plot'] })).status).toBe(
      503,
    );
    service.engine.isDown = false;
    expect((await service.call('POST', '/v1/sentiment/analyze', { texts: [1] })).status).toBe(400);
  });
});

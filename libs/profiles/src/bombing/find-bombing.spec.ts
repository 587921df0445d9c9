import { assessTitle } from '../profile/assess-title';
import { sentimentSums } from '../sums/sentiment-sums';
import { meanOf } from '../sums/weighted-sums';
import { someHonestReviews, someReview } from '../reviews/some-reviews.factory';
import { findBombing } from './find-bombing';

const DAY_MS = 86_400_000;
const BOMB_AT_MS = Date.UTC(2026, 2, 10, 14);

function bombs(count: number, own: Parameters<typeof someReview>[0] = {}) {
  return Array.from({ length: count }, (_, index) =>
    someReview({
      ...{
        reviewId: `bomb-${index}`,
        createdAtMs: BOMB_AT_MS + index * 50,
        polarity: -0.9,
        accountAgeDays: 1,
      },
      ...own,
    }),
  );
}

describe('review bombing', () => {
  const honest = someHonestReviews('honest', 90, 4);

  it('is held back: a thousand copies in a minute from new accounts, and nothing else', () => {
    const report = findBombing([...honest, ...bombs(1_000, { text: 'Worst film ever.' })]);
    expect(report.quarantined.size).toBeGreaterThanOrEqual(1_000);
    expect(report.quarantined.get('bomb-7')).toEqual(['new-accounts', 'copied-text']);
    const honestHeld = [...report.quarantined.keys()].filter((id) => id.startsWith('honest'));
    expect(honestHeld.length).toBeLessThanOrEqual(1);
    expect(report.bombings[0]).toMatchObject({
      reviewCount: expect.any(Number) as number,
      usualCount: 4 / 24,
    });
  });

  it('is held back from a title that has no history, where two signs meet', () => {
    expect(findBombing(bombs(1_000, { text: 'Worst film ever.' })).quarantined.size).toBe(1_000);
    const texts = bombs(1_000).map((review, index) =>
      someReview({ ...review, text: `Own words ${index} of mine alone` }),
    );
    expect(findBombing(texts).quarantined.size).toBe(0);
  });

  it('is not seen in the crowd of a first day', () => {
    const crowd = someHonestReviews('premiere', 1, 2_000);
    expect(
      findBombing([...honest, ...crowd.map((r) => ({ ...r, createdAtMs: BOMB_AT_MS }))]).quarantined.size,
    ).toBe(0);
  });

  it('shows raw and cleaned figures side by side', () => {
    const { raw, cleaned } = assessTitle([...honest, ...bombs(300)]);
    const before = meanOf(sentimentSums(honest).polarity);
    expect(meanOf(sentimentSums(cleaned).polarity)).toBeCloseTo(before, 1);
    expect(meanOf(sentimentSums(raw).polarity)).toBeLessThan(before - 0.2);
  });

  it('is seen in stars that say the opposite of the text', () => {
    const liars = bombs(60, { polarity: 0.8, starFraction: 0.1, accountAgeDays: 400 }).map(
      (review, index) => ({
        ...review,
        createdAtMs: BOMB_AT_MS + (index * DAY_MS) / 200,
      }),
    );
    const { quarantined } = findBombing([...honest, ...liars]);
    expect(quarantined.size).toBe(60);
    expect(new Set([...quarantined.values()].flat())).toEqual(new Set(['text-against-stars']));
  });

  it('does not call what is the habit of a title a sign', () => {
    const young = honest.map((review) => ({ ...review, accountAgeDays: 2 }));
    const crowd = someHonestReviews('crowd', 1, 100).map((review) => ({
      ...{ ...review, accountAgeDays: 2, createdAtMs: BOMB_AT_MS },
    }));
    expect(findBombing([...young, ...crowd]).quarantined.size).toBe(0);
  });
});

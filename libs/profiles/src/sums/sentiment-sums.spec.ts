import { createRandom, shuffled } from '@keyart/common';
import fc from 'fast-check';
import { profileOf } from '../profile/profile-of';
import { assessTitle } from '../profile/assess-title';
import { UNKNOWN_PRIOR } from '../prior/profile-prior';
import { someHonestReviews, someReview } from '../reviews/some-reviews.factory';
import { REFERENCE_AT_MS, TITLE_HALF_LIFE_DAYS } from './decay';
import { addSentiment, NO_SENTIMENT, sentimentSums, type SentimentSums } from './sentiment-sums';
import { effectiveCount, meanOf } from './weighted-sums';

const DAY_MS = 86_400_000;
const CONTEXT = { prior: UNKNOWN_PRIOR, group: null };

function expectClose(actual: unknown, expected: unknown): void {
  if (typeof expected === 'number') {
    expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(expected)),
    );
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object)).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected))
      expectClose((actual as Record<string, unknown>)[key], value);
  } else expect(actual).toBe(expected);
}

/** Chunks of random lengths, in an order of their own, summed one by one. */
function inChunks(seed: string): SentimentSums {
  const random = createRandom(seed);
  const reviews = shuffled(someHonestReviews('batch', 700, 1), random);
  let sums = NO_SENTIMENT;
  for (let from = 0; from < reviews.length;) {
    const until = from + Math.floor(random.next() * 200);
    sums = addSentiment(sums, sentimentSums(reviews.slice(from, until)));
    from = until;
  }
  return sums;
}

describe('sums of reviews', () => {
  it('added in any order and chunks equal the batch, decay included', () => {
    const batch = sentimentSums(someHonestReviews('batch', 700, 1));
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const sums = inChunks(seed);
        expectClose(sums, batch);
        expectClose(profileOf(sums, CONTEXT), profileOf(batch, CONTEXT));
      }),
      { numRuns: 40 },
    );
  });

  it('weigh half as much after a half-life', () => {
    const old = someReview({ createdAtMs: REFERENCE_AT_MS, polarity: -1 });
    const recent = someReview({ createdAtMs: REFERENCE_AT_MS + TITLE_HALF_LIFE_DAYS * DAY_MS, polarity: 1 });
    expect(meanOf(sentimentSums([old, recent]).polarity)).toBeCloseTo(1 / 3, 12);
  });

  it('stay finite for reviews of 1900 and of 2199', () => {
    const reviews = [Date.UTC(1900, 0, 1), Date.UTC(2199, 0, 1)].map((createdAtMs) =>
      someReview({ createdAtMs }),
    );
    for (const review of reviews) expect(effectiveCount(sentimentSums([review]).polarity)).toBeCloseTo(1, 9);
    expect(effectiveCount(sentimentSums(reviews).polarity)).toBeCloseTo(1, 9);
  });

  it('leave out what has no words, and count an aspect once a review', () => {
    const twice = { aspect: 'plot', polarity: 1 } as const;
    const sums = sentimentSums([
      someReview({ flags: ['no-words'] }),
      someReview({ aspects: [twice, { ...twice, polarity: 0 }] }),
    ]);
    expect(sums.count).toBe(1);
    const [plot] = profileOf(sums, CONTEXT).aspects;
    expect(plot).toMatchObject({ aspect: 'plot', raw: 0.5, mentionShare: 1, effectiveCount: 1 });
  });

  it('a title assessed in any order is the same', () => {
    const copy = 'Everyone on this boat is lying to you, believe me.';
    const copies = Array.from({ length: 30 }, (_, index) =>
      someReview({
        reviewId: `copy-${index}`,
        text: copy,
        accountAgeDays: 1,
        createdAtMs: Date.UTC(2026, 1, 20) + index,
      }),
    );
    const reviews = [...someHonestReviews('order', 60, 3), ...copies];
    const batch = assessTitle(reviews);
    const told = profileOf(sentimentSums(batch.cleaned), CONTEXT);
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const other = assessTitle(shuffled(reviews, createRandom(seed)));
        expect(new Map([...other.quarantined].sort())).toEqual(new Map([...batch.quarantined].sort()));
        expect(other.bombings).toEqual(batch.bombings);
        expectClose(profileOf(sentimentSums(other.cleaned), CONTEXT), told);
      }),
      { numRuns: 20 },
    );
  });
});

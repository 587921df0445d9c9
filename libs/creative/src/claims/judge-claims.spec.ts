import { analysedReview, showing } from '../reviews/analysed-review.factory';
import { claimReviews } from '../simulation/claim-world';
import { DEFAULT_CLAIMS, type Claim } from './claim';
import { judgeClaims } from './judge-claims';
import { titleValues } from './title-values';

const [CLAIM] = DEFAULT_CLAIMS;
const WORLD = { titlesPerGenre: 25, difference: 0.1, hasLoudTitle: false };
const judge = (world: Partial<typeof WORLD>, claim: Claim = CLAIM) =>
  judgeClaims(claimReviews({ ...WORLD, ...world }, 'spec'), [claim], 'spec')[0];

describe('judgeClaims', () => {
  it('supports what is true, with figures', () => {
    const { verdict, comparison, groupA, groupB } = judge({});
    expect(verdict).toBe('supported');
    expect([groupA.titleCount, groupB.titleCount]).toEqual([50, 50]);
    expect(Math.abs(comparison!.effect - 0.1)).toBeLessThan(4 * comparison!.standardError);
    expect(comparison!.effect).toBeCloseTo(groupA.mean! - groupB.mean!, 12);
    expect(comparison!.withoutLargest.agrees).toBe(true);
    comparison!.interval.forEach((end, i) => expect(end).toBeCloseTo(comparison!.bootstrapInterval[i], 1));
  });

  it('does not support the opposite, nor what is not there', () => {
    expect(judge({}, { ...CLAIM, direction: 'lower' })).toMatchObject({
      ...{ verdict: 'not supported', reason: 'The opposite is shown.' },
    });
    expect(judge({ difference: 0 }).reason).toContain('one that matters would most likely have been');
  });

  it('does not let one title with half of all reviews speak for its genre', () => {
    const { verdict, comparison } = judge({ difference: 0, hasLoudTitle: true });
    expect(verdict).toBe('not supported');
    expect(comparison!.withoutLargest).toMatchObject({ titleName: 'loud' });
    expect(comparison!.withoutLargest.reviewShare).toBeGreaterThan(0.4);
  });

  it('says when there is too little data', () => {
    expect(judge({ titlesPerGenre: 4 })).toMatchObject({
      ...{ verdict: 'too little data', comparison: null },
      reason: '8 and 8 titles have enough reviews; each side needs 10, not all alike.',
    });
    expect(judge({ titlesPerGenre: 6, difference: 0 }, { ...CLAIM, smallestEffect: 0.001 }).verdict).toBe(
      'too little data',
    );
    expect(judge({}, { ...CLAIM, groupA: ['Western'] }).verdict).toBe('too little data');
  });

  it('corrects over all claims', () => {
    const reviews = claimReviews(WORLD, 'spec');
    const none: Claim = { ...CLAIM, groupA: ['Drama'], groupB: ['Documentary'] };
    const [alone] = judgeClaims(reviews, [none], 'spec');
    const together = judgeClaims(reviews, [none, ...Array.from({ length: 9 }, () => CLAIM)], 'spec');
    expect(together[0].comparison!.pValue).toBe(alone.comparison!.pValue);
    expect(together[1].comparison!.adjustedPValue).toBeGreaterThan(together[1].comparison!.pValue);
  });

  it('lets titles of both groups speak for neither, whatever the capitals', () => {
    const both = claimReviews(WORLD, 'spec').map((review) =>
      review.titleId === 'Drama-0' ? { ...review, genres: ['drama', 'ACTION'] } : review,
    );
    const [{ titlesOfBothCount, groupA }] = judgeClaims(both, [CLAIM], 'spec');
    expect([titlesOfBothCount, groupA.titleCount]).toEqual([1, 49]);
  });

  it('says the same of equal seeds', () => {
    expect(judge({})).toEqual(judge({}));
  });
});

describe('titleValues', () => {
  const reviews = [0, 0.2, 0.4, 0.6, 0.8, 1].map((polarity, i) =>
    analysedReview({ polarity, intensity: polarity / 2, tones: i < 2 ? [showing('joy')] : [] }),
  );
  it.each([
    ['polarity', 0.5],
    ['intensity', 0.25],
    ['tone:joy', 1 / 3],
    ['tone:fear', 0],
    // s = √.14 by 4 · 5/(4 · 6 − 3).
    ['spread', (Math.sqrt(0.14) * 21) / 20],
  ] as const)('measures %s', (measure, value) => {
    expect(titleValues(reviews, measure).titles[0].value).toBeCloseTo(value, 12);
  });

  it('leaves thin titles out and counts them', () => {
    expect(titleValues(reviews.slice(0, 4), 'polarity')).toEqual({ titles: [], leftOutCount: 1 });
  });
});

import fc from 'fast-check';
import { fitProfilePrior, UNKNOWN_PRIOR } from '../prior/profile-prior';
import { someHonestReviews, someReview } from '../reviews/some-reviews.factory';
import { NO_SENTIMENT, sentimentSums } from '../sums/sentiment-sums';
import { polarisationOf } from './polarisation';
import { profileOf } from './profile-of';
import { isAskedFor } from './review-filter';
import { trendOf } from './trend-of';

const CONTEXT = { prior: UNKNOWN_PRIOR, group: null };

describe('a title’s profile', () => {
  it('is the prior’s without reviews, and says so', () => {
    const profile = profileOf(NO_SENTIMENT, CONTEXT);
    expect(profile).toMatchObject({
      count: 0,
      effectiveCount: 0,
      evidence: 'prior-dominated',
      priorFraction: 1,
    });
    expect(profile.aspects).toEqual([]);
    expect(JSON.stringify(profile)).not.toContain('null,"low"');
  });

  it('is called prior-dominated below ten effective reviews', () => {
    const reviews = Array.from({ length: 10 }, (_, index) => someReview({ reviewId: `r${index}` }));
    expect(profileOf(sentimentSums(reviews.slice(1)), CONTEXT).evidence).toBe('prior-dominated');
    expect(profileOf(sentimentSums(reviews), CONTEXT).evidence).toBe('own-reviews');
    const faint = reviews.map((review, index) => (index < 5 ? review : { ...review, accountAgeDays: 0 }));
    expect(profileOf(sentimentSums(faint), CONTEXT).evidence).toBe('prior-dominated');
  });

  it('needs about 58 reviews of the usual spread for an interval of ±.2', () => {
    const reviews = Array.from({ length: 58 }, (_, index) =>
      someReview({ reviewId: `r${index}`, polarity: index % 2 === 0 ? 0.78 : -0.78 }),
    );
    const wide = { ...UNKNOWN_PRIOR, polarity: { catalogue: { mean: 0, variance: 1e6 }, groups: {} } };
    const { low, high } = profileOf(sentimentSums(reviews), { prior: wide, group: null }).polarity;
    expect((high - low) / 2).toBeCloseTo(0.2, 2);
  });

  it('stays within its ranges whatever was read', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    const review = fc.record({
      reviewId: fc.uuid(),
      createdAtMs: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2030, 0, 1) }),
      polarity: fc.double({ min: -1, max: 1, noNaN: true }),
      intensity: fraction,
      tones: fc.array(
        fc.record({
          tone: fc.constantFrom('joy', 'fear', 'nostalgia'),
          probability: fraction,
          intensity: fraction,
        }),
        { maxLength: 1 },
      ),
    });
    fc.assert(
      fc.property(fc.array(review, { maxLength: 40 }), (given) => {
        const reviews = given.map((own) => someReview(own as Parameters<typeof someReview>[0]));
        const profile = profileOf(sentimentSums(reviews), {
          prior: fitProfilePrior([{ sums: sentimentSums(reviews), group: 'g' }]),
          group: 'g',
        });
        for (const { value, low, high } of [profile.polarity, ...profile.tones]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(high);
        }
        for (const share of [
          profile.polarisation,
          profile.intensity,
          ...profile.tones.map(({ raw }) => raw),
        ]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('breaks down by country and window', () => {
    const reviews = someHonestReviews('break', 30, 10);
    const fromMs = Date.UTC(2026, 0, 16);
    const german = reviews.filter((review) => isAskedFor(review, { country: 'DE', fromMs }));
    expect(german.length).toBeGreaterThan(40);
    expect(german.every(({ country, createdAtMs }) => country === 'DE' && createdAtMs >= fromMs)).toBe(true);
    expect(reviews.filter((review) => isAskedFor(review, { segment: 'critics' }))).toEqual([]);
  });

  it('has a trend whose counts add up', () => {
    const reviews = someHonestReviews('trend', 400, 2);
    const trend = trendOf(reviews, UNKNOWN_PRIOR, 0.3);
    expect(trend.length).toBeGreaterThan(50);
    expect(trend.length).toBeLessThanOrEqual(60);
    expect(trend.reduce((sum, { count }) => sum + count, 0)).toBe(reviews.length);
    expect(new Date(trend[0].fromMs).getUTCDay()).toBe(1);
  });
});

describe('polarisation', () => {
  it('is 1 for two camps at the ends, 0 for one broad hump and for one opinion', () => {
    expect(polarisationOf(0, 1)).toBeCloseTo(1, 12);
    expect(polarisationOf(0, 1 / 3)).toBeCloseTo(0, 12);
    expect(polarisationOf(0.4, 0)).toBe(0);
    expect(polarisationOf(1, 0)).toBe(0);
  });

  it('is small where one camp is small, and the same for praise and blame', () => {
    expect(polarisationOf(0.9, 1 - 0.81)).toBeCloseTo(0.19, 12);
    expect(polarisationOf(-0.5, 0.7)).toBeCloseTo(polarisationOf(0.5, 0.7), 12);
  });
});

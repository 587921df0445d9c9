import { analysedReview, mention, showing } from '../reviews/analysed-review.factory';
import { ALL_TITLES } from '../reviews/scope';
import { madeUpReviews, NULL_WORLD, PLANTED_EFFECTS, PLANTED_WORLD } from '../simulation/review-world';
import { findDrivers } from './find-drivers';

const WORLD = { ...PLANTED_WORLD, titleCount: 30 };

describe('findDrivers', () => {
  it('finds planted drivers with their signs, beside titles that are praised for everything', () => {
    const report = findDrivers(madeUpReviews(WORLD, 'signs'), { scopes: [ALL_TITLES], outcome: 'polarity' });
    const planted = report.scopes[0].drivers.filter(({ kind, name }) => `${kind} ${name}` in PLANTED_EFFECTS);
    expect(planted).toHaveLength(Object.keys(PLANTED_EFFECTS).length);
    for (const { kind, name, effect, standardError } of planted)
      expect(Math.abs(effect - PLANTED_EFFECTS[`${kind} ${name}`])).toBeLessThan(4 * standardError);
    expect(planted.every(({ kind, name, effect }) => effect * PLANTED_EFFECTS[`${kind} ${name}`] > 0)).toBe(
      true,
    );
    expect(report.label).toBe('associational');
  });

  it('finds nothing where nothing drives anything', () => {
    const worlds = Array.from({ length: 12 }, (_, i) =>
      madeUpReviews({ ...NULL_WORLD, titleCount: 20, reviewsPerTitle: 30 }, `null ${i}`),
    );
    const told = worlds.filter((reviews) =>
      findDrivers(reviews, { scopes: [ALL_TITLES] }).scopes[0].drivers.some(({ isDiscovery }) => isDiscovery),
    );
    // Of 12 worlds .6 are expected at 5%; five would be six standard errors more.
    expect(told.length).toBeLessThan(5);
  });

  it('corrects over all scopes together', () => {
    const reviews = madeUpReviews(WORLD, 'scopes');
    const drama = { kind: 'genre', value: 'Drama' } as const;
    const alone = findDrivers(reviews, { scopes: [drama] });
    const both = findDrivers(reviews, { scopes: [drama, ALL_TITLES] });
    expect(both.testedCount).toBe(alone.testedCount + both.scopes[1].drivers.length);
    expect(both.scopes[0].drivers.map(({ pValue }) => pValue)).toEqual(
      alone.scopes[0].drivers.map(({ pValue }) => pValue),
    );
    for (const { pValue, adjustedPValue } of both.scopes.flatMap(({ drivers }) => drivers))
      expect(adjustedPValue).toBeGreaterThanOrEqual(pValue);
  });

  it('explains stars where half of the reviews have them, and only those', () => {
    const all = madeUpReviews(WORLD, 'stars');
    const some = all.map((review, i) => ({ ...review, stars: i % 2 === 0 ? review.stars : null }));
    const few = all.map((review, i) => ({ ...review, stars: i % 3 === 0 ? review.stars : null }));
    const { outcome, scopes } = findDrivers(some, { scopes: [ALL_TITLES] });
    expect([outcome, scopes[0].reviewCount]).toEqual(['stars', Math.ceil(all.length / 2)]);
    expect(findDrivers(few, { scopes: [ALL_TITLES] }).outcome).toBe('polarity');
  });

  it('says of what there is too little, and why', () => {
    const reviews = Array.from({ length: 40 }, (_, i) =>
      analysedReview({
        titleId: `t${i % 8}`,
        polarity: (i % 5) / 5,
        aspects: i < 19 ? [mention('music', 0.5)] : [],
        tones: [showing('joy')],
      }),
    );
    const { untested, drivers } = findDrivers(reviews, { scopes: [ALL_TITLES] }).scopes[0];
    expect(drivers).toEqual([]);
    expect(untested).toContainEqual({
      ...{ kind: 'aspect', name: 'music', reviewCount: 19, reason: 'fewer than 20 reviews have it' },
    });
    expect(untested).toContainEqual({
      ...{ kind: 'tone', name: 'joy', reviewCount: 40, reason: 'all reviews of a title have it alike' },
    });
  });
});

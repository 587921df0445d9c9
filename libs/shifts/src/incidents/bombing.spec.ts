import { judgeBombing, type ReviewSigns } from './bombing';

const USUAL: ReviewSigns = {
  ...{ count: 840, days: 28, newAccountCount: 67 },
  ...{ againstStarsCount: 76, nearDuplicateCount: 17 },
};
const present = (during: ReviewSigns): string[] =>
  judgeBombing(USUAL, during).signs.flatMap(({ sign, isPresent }) => (isPresent ? [sign] : []));

describe('judgeBombing', () => {
  it('knows a bombing by a burst of new accounts with copied texts against their stars', () => {
    const during = {
      count: 360,
      days: 3,
      newAccountCount: 170,
      againstStarsCount: 80,
      nearDuplicateCount: 100,
    };
    expect(judgeBombing(USUAL, during).isBombing).toBe(true);
    expect(present(during)).toEqual(['burst', 'new-accounts', 'text-against-stars', 'near-duplicates']);
  });

  it('knows one that the usual audience thins out, by what is beyond it', () => {
    const during = {
      count: 190,
      days: 3,
      newAccountCount: 45,
      againstStarsCount: 30,
      nearDuplicateCount: 25,
    };
    const { isBombing, signs } = judgeBombing(USUAL, during);
    expect(isBombing).toBe(true);
    expect(signs[1].crowd).toBeGreaterThan(signs[1].during);
  });

  it('takes a success for none, though its audience is new', () => {
    const during = {
      count: 500,
      days: 3,
      newAccountCount: 180,
      againstStarsCount: 46,
      nearDuplicateCount: 18,
    };
    expect(judgeBombing(USUAL, during).isBombing).toBe(false);
    expect(present(during)).toEqual(['burst', 'new-accounts']);
  });

  it('takes a harsher audience of the usual size for none', () => {
    expect(
      present({ count: 93, days: 3, newAccountCount: 8, againstStarsCount: 9, nearDuplicateCount: 2 }),
    ).toEqual([]);
  });

  it('says nothing by a few reviews, or without any', () => {
    const none = { count: 0, days: 1, newAccountCount: 0, againstStarsCount: 0, nearDuplicateCount: 0 };
    expect(
      judgeBombing(none, { ...none, count: 2, newAccountCount: 2, nearDuplicateCount: 2 }).isBombing,
    ).toBe(false);
    expect(judgeBombing(none, none).signs.every(({ before, during }) => before === 0 && during === 0)).toBe(
      true,
    );
  });

  it.each<[string, Partial<ReviewSigns>]>([
    ['during.count', { count: NaN }],
    ['during.days', { days: 0 }],
    ['during.newAccountCount', { newAccountCount: 5000 }],
    ['during.nearDuplicateCount', { nearDuplicateCount: -1 }],
  ])('refuses a wrong %s', (place, more) => {
    expect(() => judgeBombing(USUAL, { ...USUAL, ...more })).toThrow(
      expect.objectContaining({
        code: 'BAD_SHIFT_BUCKET',
        message: expect.stringContaining(place) as string,
      }),
    );
  });
});

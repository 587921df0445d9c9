import fc from 'fast-check';
import { bucketTerms, LEVEL_TERM, TERM_COUNT } from './bucket-terms';

describe('bucketTerms', () => {
  it('marks the weekday in UTC, before 1970 too, and no day but one', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (at) => {
          const weekdays = bucketTerms(at.getTime(), null).slice(1, 7);
          expect(weekdays).toEqual([1, 2, 3, 4, 5, 6].map((day) => Number(at.getUTCDay() === day)));
        },
      ),
    );
  });

  it('has a level, and an age that grows until a year', () => {
    const ages = [null, 0, 10, 365, 4000].map((age) => bucketTerms(0, age)[TERM_COUNT - 1]);
    expect(ages).toEqual([0, 0, Math.log(11), Math.log(366), Math.log(366)]);
    expect(bucketTerms(0, 3)[LEVEL_TERM]).toBe(1);
  });
});

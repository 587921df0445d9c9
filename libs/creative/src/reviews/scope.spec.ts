import { analysedReview } from './analysed-review.factory';
import { ALL_TITLES, reviewsIn, type Scope } from './scope';

const REVIEWS = [
  analysedReview({ titleId: 't1', genres: ['Drama'], microGenres: ['dark.drama'] }),
  analysedReview({ titleId: 't2', genres: ['Comedy', 'drama'] }),
  analysedReview({ titleId: 't3', genres: [] }),
];

describe('reviewsIn', () => {
  it.each<[Scope, string[]]>([
    [ALL_TITLES, ['t1', 't2', 't3']],
    [{ kind: 'title', value: 't2' }, ['t2']],
    [{ kind: 'genre', value: ' DRAMA' }, ['t1', 't2']],
    [{ kind: 'micro-genre', value: 'dark.drama' }, ['t1']],
  ])('takes those of %j', (scope, ids) => {
    expect(reviewsIn(scope, REVIEWS).map(({ titleId }) => titleId)).toEqual(ids);
  });

  it('does not take a misspelt genre for silence', () => {
    expect(() => reviewsIn({ kind: 'genre', value: 'Darma' }, REVIEWS)).toThrow(
      'genre Darma: no review is of it',
    );
  });
});

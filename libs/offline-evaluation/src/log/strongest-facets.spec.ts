import { strongestFacets } from './strongest-facets';

describe('strongestFacets', () => {
  it.each([
    [{ romance: 0.4, drama: 0.6 }, 'drama'],
    [{ romance: 0.5, drama: 0.5, action: 0.1 }, 'drama'],
    [{ romance: 0 }, 'none'],
    [{}, 'none'],
  ])('of %j is %s', (facets, expected) => {
    expect(strongestFacets(new Map([['one', facets]]))('one')).toBe(expected);
  });

  it('is unknown of an artwork that is gone', () => {
    expect(strongestFacets(new Map())('gone')).toBe('unknown');
  });
});

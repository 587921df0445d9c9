import { facetsOfGenres, genreKeys, GENRE_FACETS, genreKey } from './genre-facets';
import { isFacet } from './facets';

const MOVIELENS_GENRES = [
  'Action',
  'Adventure',
  'Animation',
  'Children',
  'Comedy',
  'Crime',
  'Documentary',
  'Drama',
  'Fantasy',
  'Film-Noir',
  'Horror',
  'Musical',
  'Mystery',
  'Romance',
  'Sci-Fi',
  'Thriller',
  'War',
  'Western',
];

describe('facetsOfGenres', () => {
  it.each(MOVIELENS_GENRES)('knows %s', (genre) => {
    expect(Object.keys(facetsOfGenres([genre])).length).toBeGreaterThan(0);
  });

  it.each([
    ['Science Fiction', 'Sci-Fi'],
    ['Family', 'Children'],
    ["Children's", 'Children'],
    ['History', 'Historical'],
    ['Music', 'Musical'],
    ['film noir', 'Film-Noir'],
    ['Suspense', 'Thriller'],
  ])('reads %s as %s', (other, known) => {
    expect(facetsOfGenres([other])).toEqual(facetsOfGenres([known]));
    expect(facetsOfGenres([other])).not.toEqual({});
  });

  it('takes the strongest of several genres and splits compound names', () => {
    expect(facetsOfGenres(['Drama', 'War']).drama).toBe(1);
    expect(facetsOfGenres(['Romantic comedy'])).toEqual(facetsOfGenres(['Romance', 'Comedy']));
  });

  it('hears nothing in unknown genres or object members', () => {
    expect(facetsOfGenres(['(no genres listed)', 'constructor', 'toString', '__proto__', ''])).toEqual({});
  });

  it('has only facets of the vocabulary with strengths in (0, 1], under reduced names', () => {
    for (const [genre, facets] of Object.entries(GENRE_FACETS)) {
      expect(genreKey(genre)).toBe(genre);
      expect(Object.keys(facets).every(isFacet)).toBe(true);
      expect(Object.values(facets).every((strength) => strength > 0 && strength <= 1)).toBe(true);
    }
  });
});

describe('genreKeys', () => {
  it('gives one name to what catalogues call otherwise', () => {
    expect(genreKeys(['Sci-Fi & Fantasy', 'Science Fiction', 'Kids'])).toEqual([
      ...['sciencefiction', 'fantasy', 'children'],
    ]);
  });

  it('keeps names of other scripts and drops empty ones', () => {
    expect(genreKeys(['Драма', ' '])).toEqual(['драма']);
  });
});

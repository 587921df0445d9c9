import type { SimilarityTitle } from '@keyart/similarity';
import { genreHits, withoutGenreWords } from './genre-hits';

const titleOf = (titleId: string, genres: readonly string[], synopsis = ''): SimilarityTitle => ({
  ...{ titleId, name: titleId, year: null, synopsis, genres, tags: [], people: [], originCountries: [] },
});

describe('genreHits', () => {
  const titles = [titleOf('a', ['War']), titleOf('b', ['war', 'Drama']), titleOf('c', ['Comedy'])];

  it('is the share of the places whose title shares a genre; missing neighbours are misses', () => {
    const places = Int32Array.from([1, 2, 0, 2, 0, -1]);
    const found = genreHits(titles, { k: 2, places, similarities: new Float32Array(6) }, 's');
    expect(found.hitFraction).toBeCloseTo(2 / 6, 12);
    expect(found.titleCount).toBe(3);
  });

  it('has what titles drawn at random share beside it', () => {
    const found = genreHits(
      titles,
      { k: 1, places: new Int32Array(3), similarities: new Float32Array(3) },
      's',
    );
    // Of nine ordered pairs five share: a and b with themselves and each other, c with itself. Four standard errors.
    expect(Math.abs(found.randomFraction - 5 / 9)).toBeLessThan(4 * Math.sqrt(0.25 / 50_000));
  });
});

describe('withoutGenreWords', () => {
  it('takes the words of all genres out of every synopsis, whatever their ending', () => {
    const text = 'A 1990 comedy-drama of science; comedies, warm.';
    const titles = [
      titleOf('a', ['Science Fiction', 'Comedy'], text),
      titleOf('b', ['Драма'], `${text} Драма.`),
    ];
    const [first, second] = withoutGenreWords(titles).map(({ synopsis }) => synopsis);
    expect(first.replace(/\s+/g, ' ')).toBe('A 1990 -drama of ; , warm.');
    expect(second).not.toMatch(/comed|драма/i);
  });

  it('leaves titles alone that have no genres', () => {
    const titles = [titleOf('a', [], 'A ride.')];
    expect(withoutGenreWords(titles)).toEqual(titles);
  });
});

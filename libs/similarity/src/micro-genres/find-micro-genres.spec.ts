import fc from 'fast-check';
import type { SimilarityTitle } from '../similarity-title';
import { findMicroGenres } from './find-micro-genres';
import { FACET_KINDS } from './facet-definition';
import { kindOfFacet, microGenreName, microGenreSlug } from './micro-genre';
import { VOCABULARY } from './vocabulary';

const GENRES = ['Comedy', 'Drama', 'Western', 'Horror'];
const TAGS = ['coming of age', 'dragon', 'vampire', 'boxer', 'paris', 'based on novel', 'kids'];

function titleOf(titleId: string, genres: readonly string[], tags: readonly string[]): SimilarityTitle {
  return {
    ...{ titleId, name: titleId, year: null, synopsis: '', genres, tags, people: [], originCountries: [] },
  };
}

function many(
  count: number,
  prefix: string,
  facts: readonly [genre: string, tags: readonly string[]],
): SimilarityTitle[] {
  return Array.from({ length: count }, (_, i) => titleOf(`${prefix}-${i}`, [facts[0]], facts[1]));
}

const catalogues = fc
  .array(fc.tuple(fc.subarray(GENRES), fc.subarray(TAGS)), { minLength: 0, maxLength: 60 })
  .map((rows) => rows.map(([genres, tags], i) => titleOf(`t${i}`, genres, tags)));

describe('findMicroGenres', () => {
  const planted = [
    ...many(6, 'young', ['Comedy', ['coming of age']]),
    ...many(14, 'plain', ['Drama', []]),
    ...many(4, 'few', ['Western', ['dragon']]),
  ];

  it('names what goes together more often than by chance, of five titles or more', () => {
    const { microGenres, titles, coverage } = findMicroGenres(planted);
    expect(microGenres).toEqual([
      expect.objectContaining({
        ...{ slug: 'coming-of-age.comedies', name: 'coming-of-age comedies', titleCount: 6, lift: 4 },
      }),
    ]);
    expect(titles[0].slugs).toEqual(['coming-of-age.comedies']);
    expect(coverage).toBe(6 / 24);
  });

  it('names nothing that goes together as often as by chance', () => {
    const even = ['Comedy', 'Drama'].flatMap((genre) => [
      ...many(10, `${genre}-with`, [genre, ['dragon']]),
      ...many(10, `${genre}-without`, [genre, []]),
    ]);
    expect(findMicroGenres(even).microGenres).toEqual([]);
  });

  it('drops a conjunction that has the very titles of a smaller one', () => {
    const both = [
      ...many(6, 'both', ['Comedy', ['coming of age', 'dragon']]),
      ...many(14, 'plain', ['Drama', []]),
    ];
    const sets = findMicroGenres(both).microGenres.map(({ titleCount }) => titleCount);
    expect(sets).toEqual([6]);
  });

  it('lists the most specific micro-genre of a title first', () => {
    const { titles, microGenres } = findMicroGenres([
      ...many(8, 'more', ['Comedy', ['dragon']]),
      ...many(6, 'most', ['Comedy', ['dragon', 'coming of age']]),
      ...many(40, 'plain', ['Drama', []]),
    ]);
    const counts = new Map(microGenres.map(({ slug, titleCount }) => [slug, titleCount]));
    for (const { slugs } of titles) {
      const sizes = slugs.map((slug) => counts.get(slug) as number);
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    }
    expect(titles[8].slugs.length).toBeGreaterThan(1);
  });

  it('answers the same for the same titles in any order', () => {
    fc.assert(
      fc.property(catalogues, fc.infiniteStream(fc.nat()), (titles, stream) => {
        const other = titles
          .map((title) => ({ title, key: stream.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ title }) => title);
        const [first, second] = [findMicroGenres(titles), findMicroGenres(other)];
        expect(second.microGenres).toEqual(first.microGenres);
        const byId = new Map(second.titles.map((one) => [one.titleId, one]));
        for (const one of first.titles) expect(byId.get(one.titleId)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the rules in every catalogue, and every title of a micro-genre has all its facets', () => {
    fc.assert(
      fc.property(catalogues, (titles) => {
        const { microGenres, titles: found } = findMicroGenres(titles);
        for (const { slug, facets, titleCount, lift, oddsRatio } of microGenres) {
          const members = found.filter(({ slugs }) => slugs.includes(slug));
          expect(members).toHaveLength(titleCount);
          expect(titleCount).toBeGreaterThanOrEqual(5);
          expect(Math.max(lift, oddsRatio)).toBeGreaterThanOrEqual(2);
          expect(facets.filter((one) => kindOfFacet(one) === 'genre')).toHaveLength(1);
          for (const member of members)
            expect(member.facets.map(({ facet }) => facet)).toEqual(expect.arrayContaining([...facets]));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never renames a slug when titles are added', () => {
    fc.assert(
      fc.property(catalogues, catalogues, (titles, more) => {
        const before = new Map(findMicroGenres(titles).microGenres.map(({ slug, name }) => [slug, name]));
        const added = more.map((title) => ({ ...title, titleId: `more-${title.titleId}` }));
        for (const { slug, name } of findMicroGenres([...titles, ...added]).microGenres)
          expect(before.get(slug) ?? name).toBe(name);
      }),
      { numRuns: 40 },
    );
  });

  it('has no micro-genres of no titles', () => {
    expect(findMicroGenres([])).toEqual({ microGenres: [], titles: [], coverage: 0 });
  });
});

describe('names and slugs', () => {
  it.each([
    [['comedies', 'coming-of-age'], 'coming-of-age.comedies', 'coming-of-age comedies'],
    [['revenge', 'thrillers', 'dark'], 'dark.thrillers.revenge', 'dark thrillers about revenge'],
    [['1960s', 'dramas', 'french'], 'french.dramas.1960s', 'French dramas from the 1960s'],
    [['novels', 'westerns'], 'westerns.novels', 'westerns based on novels'],
    [['dramas', 'crime', 'american'], 'american.crime.dramas', 'American crime dramas'],
    [['comedies', 'paris', 'children'], 'comedies.paris.children', 'comedies set in Paris for children'],
  ])('of %j', (facets, slug, name) => {
    expect(microGenreSlug(facets)).toBe(slug);
    expect(microGenreName(facets)).toBe(name);
  });

  it('are of facets of the vocabulary only', () => {
    expect(() => microGenreSlug(['comedies', 'nonsense'])).toThrow('nonsense is no facet of the vocabulary');
  });
});

describe('VOCABULARY', () => {
  it('has unique slugs fit for URLs, words, and known kinds', () => {
    const slugs = VOCABULARY.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const { slug, words, kind } of VOCABULARY) {
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(words.trim()).toBe(words);
      expect(FACET_KINDS).toContain(kind);
    }
  });
});

import type { SimilarityTitle } from '../similarity-title';
import { recogniseFacets } from './recognise-facets';

function titleOf(some: Partial<SimilarityTitle>): SimilarityTitle {
  return {
    ...{ titleId: 't', name: 'Untitled', year: null, synopsis: '', genres: [], tags: [], people: [] },
    ...{ originCountries: [], ...some },
  };
}

function facetsIn(some: Partial<SimilarityTitle>): string[] {
  return recogniseFacets(titleOf(some)).map(({ facet }) => facet);
}

describe('recogniseFacets', () => {
  it('says which genre, keyword, year, country or words speak for a facet', () => {
    const title = titleOf({
      ...{ name: 'Ember', year: 1986, genres: ['Comedy'], tags: ['coming of age'], originCountries: ['FR'] },
      synopsis: 'Ember is a film. It follows a shy boy who raises dragons in secret.',
    });
    expect(recogniseFacets(title)).toEqual([
      { facet: 'coming-of-age', source: 'tag', span: 'coming of age' },
      { facet: 'french', source: 'country', span: 'FR' },
      { facet: 'comedies', source: 'genre', span: 'Comedy' },
      { facet: '1980s', source: 'year', span: '1986' },
      { facet: 'dragons', source: 'synopsis', span: 'follows a shy boy who raises dragons in secret.' },
    ]);
  });

  it('quotes at most twelve words', () => {
    const synopsis = `A film. ${'many words before the '.repeat(8)}dragons ${'and as many after them '.repeat(8)}.`;
    const [found] = recogniseFacets(titleOf({ synopsis }));
    expect(found.span).toContain('dragons');
    expect(found.span.split(/\s+/).length).toBeLessThanOrEqual(12);
  });

  it.each([
    ['its own name', { name: 'The Vampires', synopsis: 'A film. The Vampires tells of two brothers.' }],
    ['a name of its people', { people: ['Dragons Smith'], synopsis: 'It stars Dragons Smith. He sings.' }],
    ['where it was shot', { synopsis: 'A film. It was shot in a studio with dragons painted on its walls.' }],
    ['prizes', { synopsis: 'A film. Dragons won the award for a work about dragons.' }],
    ['makers', { synopsis: 'Ash is a film directed by a man known for vampires.' }],
    ['a part of a word', { synopsis: 'A film. They live in Dragonstone, near snapdragons.' }],
    ['the list that it stands in', { synopsis: 'This is a list of shorts. One is about dragons.' }],
  ])('does not read %s', (_, some) => {
    expect(facetsIn(some)).toEqual([]);
  });

  it.each([
    ['Rain is a 1961 Japanese drama film directed by an American.', [], 'japanese'],
    ['Rain is a 1961 French-American drama film.', ['US', 'FR'], 'french'],
    ['Rain is a 1961 drama film of an American town.', ['IT'], 'italian'],
  ])('reads the origin of “%s”', (synopsis, originCountries, facet) => {
    expect(facetsIn({ synopsis, originCountries })).toContain(facet);
  });

  it('knows no origin of a co-production whose synopsis names none', () => {
    expect(facetsIn({ originCountries: ['DE', 'US'] })).toEqual([]);
  });

  it('knows a story “of” somebody from a short story', () => {
    expect(facetsIn({ synopsis: 'A film. It is based on the story of a man.' })).not.toContain(
      'short-stories',
    );
    expect(facetsIn({ synopsis: 'A film. It is based on a short story by a man.' })).toContain(
      'short-stories',
    );
  });

  it('knows titles of other languages by facts, and titles that nothing is known of', () => {
    const facts = { genres: ['Drama'], year: 1954, originCountries: ['JP'] };
    expect(facetsIn({ synopsis: '七人の侍が村を守る。', ...facts })).toEqual(['japanese', 'dramas', '1950s']);
    expect(facetsIn({})).toEqual([]);
  });
});

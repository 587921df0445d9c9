const MICRO_GENRE = {
  ...{
    slug: 'coming-of-age.comedies',
    name: 'coming-of-age comedies',
    facets: ['coming-of-age', 'comedies'],
  },
  ...{ titleCount: 92, lift: 1.82, oddsRatio: 2.11 },
  ...{ firstVersion: 'map-4f1c2a9be07d3358', lastVersion: 'map-77ab01c2d9e04f10' },
};

const EVIDENCE = [
  { facet: 'coming-of-age', source: 'tag', span: 'coming of age' },
  { facet: 'comedies', source: 'genre', span: 'Comedy' },
];

/** Example answers of the micro-genres' routes, for the OpenAPI document. */
export const MICRO_GENRE_EXAMPLES = {
  list: { version: 'map-77ab01c2d9e04f10', coverage: 0.8245, items: [MICRO_GENRE], nextCursor: null },
  titles: {
    microGenre: MICRO_GENRE,
    items: [{ titleId: 'breaking-away', evidence: EVIDENCE }],
    nextCursor: null,
  },
  ofTitle: {
    microGenres: [{ ...MICRO_GENRE, evidence: EVIDENCE }],
    facets: [...EVIDENCE, { facet: '1970s', source: 'year', span: '1979' }],
  },
} as const;

import type { FacetDefinition } from '../facet-definition';

type Entry = Omit<FacetDefinition, 'kind'>;

const COMPOUNDS: readonly Entry[] = [
  {
    slug: 'romantic',
    words: 'romantic',
    genres: ['romance', 'romantic movies'],
    tags: ['romantic comedy', 'romance'],
    text: ['romantic (?:comedy|drama|thriller|adventure|fantasy|western|musical|film)'],
  },
  {
    slug: 'teen',
    words: 'teen',
    genres: ['teen'],
    tags: ['teen movie', 'teen comedy', 'high school'],
    text: [
      'teen (?:\\w+ ){0,2}(?:film|comedy|drama|horror|movie|musical)',
      'teenage (?:\\w+ )?(?:film|comedy|drama)',
    ],
  },
  {
    slug: 'buddy',
    words: 'buddy',
    tags: ['buddy', 'buddy comedy', 'buddy cop'],
    text: ['buddy (?:\\w+ ){0,2}(?:film|comedy|movie)'],
  },
  {
    slug: 'musical',
    words: 'musical',
    genres: ['musical'],
    text: ['musical (?:comedy|drama|romance|fantasy|western|romantic|biographical)'],
  },
  { slug: 'animated', words: 'animated', genres: ['animated', 'animation'], text: ['animated'] },
  {
    slug: 'biographical',
    words: 'biographical',
    genres: ['biography', 'biographical'],
    tags: ['biography'],
    text: ['biographical', 'biopic'],
  },
  { slug: 'crime', words: 'crime', genres: ['crime', 'gangster'], text: ['crime (?:comedy|drama|thriller)'] },
  {
    slug: 'action',
    words: 'action',
    genres: ['action'],
    text: ['action (?:comedy|thriller|drama|adventure)'],
  },
  {
    slug: 'family',
    words: 'family',
    genres: ['family', 'children & family movies', "children's"],
    text: ['family (?:comedy|drama|film|adventure)'],
  },
  { slug: 'sports', words: 'sports', genres: ['sports', 'sport'], text: ['sports (?:comedy|drama)'] },
  { slug: 'war', words: 'war', genres: ['war'], text: ['war (?:comedy|drama|romance)'] },
  {
    slug: 'horror',
    words: 'horror',
    genres: ['horror', 'slasher', 'horror movies'],
    text: ['horror (?:comedy|thriller)'],
  },
  {
    slug: 'science-fiction-like',
    words: 'science-fiction',
    genres: ['science fiction', 'sci-fi'],
    text: ['science[ -]fiction (?:comedy|action|horror|thriller|drama|adventure)'],
  },
  {
    slug: 'fantasy',
    words: 'fantasy',
    genres: ['fantasy'],
    text: ['fantasy (?:comedy|adventure|drama|action|horror)'],
  },
  { slug: 'adventure', words: 'adventure', genres: ['adventure'], text: ['adventure (?:comedy|drama)'] },
  { slug: 'mystery', words: 'mystery', genres: ['mystery'], text: ['mystery (?:comedy|thriller|drama)'] },
  { slug: 'western', words: 'western', genres: ['western'], text: ['[Ww]estern (?:comedy|drama|musical)'] },
  { slug: 'noir', words: 'noir', genres: ['noir'], text: ['noir (?:crime|thriller|drama)'] },
  { slug: 'comedy', words: 'comedy', tags: ['comedy-drama', 'dramedy'], text: ['comedy[- ]drama'] },
];

/** What stands right before the genre, after the country: `American crime dramas`. */
export const COMPOUND_FACETS: readonly FacetDefinition[] = COMPOUNDS.map((entry) => ({
  kind: 'compound',
  ...entry,
}));

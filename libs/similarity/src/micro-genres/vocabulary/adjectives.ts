import type { FacetDefinition } from '../facet-definition';

type Entry = Omit<FacetDefinition, 'kind'>;

const ADJECTIVES: readonly Entry[] = [
  { slug: 'coming-of-age', words: 'coming-of-age', tags: ['coming of age'], text: ['coming[- ]of[- ]age'] },
  {
    slug: 'dark',
    words: 'dark',
    tags: ['dark comedy', 'black comedy', 'dark humor'],
    text: ['(?:black|dark) (?:comedy|comic)', 'dark fantasy', 'dark thriller'],
  },
  { slug: 'slapstick', words: 'slapstick', genres: ['slapstick'], tags: ['slapstick'], text: ['slapstick'] },
  { slug: 'screwball', words: 'screwball', tags: ['screwball comedy'], text: ['screwball'] },
  {
    slug: 'satirical',
    words: 'satirical',
    genres: ['satire'],
    tags: ['satire', 'political satire', 'social satire'],
    text: ['satirical', 'satire'],
  },
  {
    slug: 'independent',
    words: 'independent',
    genres: ['independent', 'independent movies'],
    tags: ['independent film'],
    text: ['independent (?:\\w+ )?(?:\\w+ )?film'],
  },
  {
    slug: 'silent',
    words: 'silent',
    genres: ['silent'],
    tags: ['silent film'],
    text: ['silent (?:\\w+ ){0,3}(?:film|short|comedy|drama|western)'],
  },
  {
    slug: 'lost',
    words: 'lost',
    text: ['lost film', 'is (?:now )?(?:considered|presumed|believed to be) (?:a )?lost'],
  },
  { slug: 'pre-code', words: 'pre-Code', text: ['[Pp]re-[Cc]ode'] },
  {
    slug: 'supernatural',
    words: 'supernatural',
    genres: ['supernatural'],
    tags: ['supernatural', 'supernatural powers'],
    text: ['supernatural (?:\\w+ )?(?:film|thriller|horror|comedy|drama)'],
  },
  {
    slug: 'psychological',
    words: 'psychological',
    tags: ['psychological thriller', 'psychological drama'],
    text: ['psychological'],
  },
  {
    slug: 'erotic',
    words: 'erotic',
    genres: ['erotic'],
    tags: ['erotic movie', 'erotic thriller', 'erotica'],
    text: ['erotic'],
  },
  {
    slug: 'historical',
    words: 'historical',
    genres: ['historical', 'history', 'period'],
    tags: ['historical figure', 'period drama', 'historical fiction', 'costume drama'],
    text: [
      'historical (?:\\w+ )?(?:film|drama|fiction|adventure|epic|romance)',
      'period (?:drama|film|piece)',
    ],
  },
  { slug: 'epic', words: 'epic', tags: ['epic'], text: ['epic (?:\\w+ ){0,3}(?:film|drama|western)'] },
  {
    slug: 'political',
    words: 'political',
    genres: ['political'],
    tags: ['politics', 'political thriller', 'political drama'],
    text: ['political (?:\\w+ )?(?:film|drama|thriller|comedy|satire)'],
  },
  {
    slug: 'dystopian',
    words: 'dystopian',
    genres: ['dystopian'],
    tags: ['dystopia', 'post-apocalyptic', 'dystopic future'],
    text: ['dystopian', 'post-apocalyptic'],
  },
  { slug: 'gothic', words: 'gothic', tags: ['gothic', 'gothic horror'], text: ['[Gg]othic'] },
  {
    slug: 'found-footage',
    words: 'found-footage',
    genres: ['found footage'],
    tags: ['found footage'],
    text: ['found[- ]footage'],
  },
  { slug: 'low-budget', words: 'low-budget', text: ['low-budget'] },
  {
    slug: 'made-for-television',
    words: 'made-for-television',
    genres: ['made-for-tv'],
    text: ['television film', 'made-for-(?:TV|television)'],
  },
  {
    slug: 'experimental',
    words: 'experimental',
    tags: ['experimental'],
    text: ['experimental', 'avant-garde'],
  },
  { slug: 'b-movie', words: 'B-movie', text: ['B[- ](?:movie|film|picture)'] },
  { slug: 'blaxploitation', words: 'blaxploitation', tags: ['blaxploitation'], text: ['blaxploitation'] },
  { slug: 'anthology', words: 'anthology', tags: ['anthology'], text: ['anthology film', 'anthology'] },
  { slug: 'black-and-white', words: 'black-and-white', tags: ['black and white'], text: ['black-and-white'] },
  { slug: 'propaganda', words: 'propaganda', tags: ['propaganda'], text: ['propaganda'] },
  {
    slug: 'ensemble',
    words: 'ensemble',
    tags: ['ensemble cast'],
    text: ['ensemble (?:comedy|drama|film|cast)'],
  },
  {
    slug: 'exploitation',
    words: 'exploitation',
    tags: ['exploitation'],
    text: ['exploitation (?:film|movie)', 'sexploitation'],
  },
  {
    slug: 'women-led',
    words: 'women-led',
    tags: ['female protagonist', 'strong woman'],
    text: [
      '(?:follows|about|story of) (?:a |an |three |two |four |five )(?:\\w+ ){0,2}(?:women|woman|girls|sisters)',
    ],
  },
];

/** What a title is like. */
export const ADJECTIVE_FACETS: readonly FacetDefinition[] = ADJECTIVES.map((entry) => ({
  kind: 'adjective',
  ...entry,
}));

import type { FacetDefinition } from '../facet-definition';

type Entry = Omit<FacetDefinition, 'kind'>;

/** `based on the 1936 novel of the same name by …`: the work stands within some words of it. */
function basedOn(work: string): string {
  return `(?:[Bb]ased (?:up)?on|[Aa]dapted from|[Aa]daptation of|[Ii]nspired by)[^.]{0,60}?\\b${work}`;
}

const SOURCES: readonly Entry[] = [
  {
    slug: 'novels',
    words: 'novels',
    tags: ['based on novel', 'based on young adult novel'],
    text: [basedOn('(?:novel|novella|bestseller)s?')],
  },
  {
    slug: 'books',
    words: 'books',
    tags: ['based on book', 'based on memoir or autobiography', "based on children's book"],
    text: [basedOn('(?:book|memoir|autobiography)s?')],
  },
  {
    slug: 'plays',
    words: 'plays',
    tags: ['based on play', 'based on stage play', 'based on play or musical'],
    text: [basedOn('(?:stage |Broadway )?(?:play|operetta|stage musical)s?')],
  },
  {
    slug: 'short-stories',
    words: 'short stories',
    tags: ['based on short story'],
    text: [basedOn('short stor(?:y|ies)')],
  },
  {
    slug: 'true-stories',
    words: 'true stories',
    tags: ['based on true story', 'based on a true story', 'based on true events', 'based on true crime'],
    text: [
      basedOn(
        '(?:true (?:stor(?:y|ies)|events)|(?:actual|real)(?:-life)? (?:events|stor(?:y|ies))|life (?:and [a-z]+ )?of)',
      ),
      'true story of',
    ],
  },
  {
    slug: 'comics',
    words: 'comics',
    tags: ['based on comic', 'based on comic book', 'based on graphic novel', 'marvel comic', 'dc comics'],
    text: [basedOn('(?:comic(?:s| strip| book)?|graphic novel|Marvel Comics|DC Comics)')],
  },
  {
    slug: 'video-games',
    words: 'video games',
    tags: ['based on video game'],
    text: [basedOn('video games?')],
  },
  {
    slug: 'television-series',
    words: 'television series',
    tags: ['based on tv series', 'based on cartoon'],
    text: [basedOn('(?:television|TV|animated) (?:series|show|sitcom)')],
  },
  {
    slug: 'fairy-tales',
    words: 'fairy tales',
    tags: ['based on fairy tale', 'fairy tale'],
    text: [basedOn('(?:fairy[- ]tales?|folk ?tales?|Brothers Grimm)')],
  },
];

/** What a title was made from. */
export const SOURCE_FACETS: readonly FacetDefinition[] = SOURCES.map((entry) => ({
  kind: 'based-on',
  ...entry,
}));

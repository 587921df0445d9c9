import type { FacetDefinition } from '../facet-definition';

const FIRST_DECADE = 1890;
const LAST_DECADE = 2030;
const YEARS = 10;

/** When a title came out; read from its year. */
export const DECADE_FACETS: readonly FacetDefinition[] = Array.from(
  { length: (LAST_DECADE - FIRST_DECADE) / YEARS + 1 },
  (_, i) => `${FIRST_DECADE + i * YEARS}s`,
).map((decade) => ({ kind: 'decade', slug: decade, words: `the ${decade}` }));

/** Adjectives of countries that make films; read from a title's countries of origin. */
export const ORIGINS: Readonly<Record<string, string>> = {
  ...{
    AR: 'Argentine',
    AT: 'Austrian',
    AU: 'Australian',
    BE: 'Belgian',
    BR: 'Brazilian',
    CA: 'Canadian',
    CH: 'Swiss',
  },
  ...{
    CL: 'Chilean',
    CN: 'Chinese',
    CO: 'Colombian',
    CZ: 'Czech',
    DE: 'German',
    DK: 'Danish',
    EG: 'Egyptian',
    ES: 'Spanish',
  },
  ...{
    FI: 'Finnish',
    FR: 'French',
    GB: 'British',
    GR: 'Greek',
    HK: 'Hong Kong',
    HU: 'Hungarian',
    ID: 'Indonesian',
  },
  ...{
    IE: 'Irish',
    IL: 'Israeli',
    IN: 'Indian',
    IR: 'Iranian',
    IS: 'Icelandic',
    IT: 'Italian',
    JP: 'Japanese',
  },
  ...{
    KR: 'Korean',
    MX: 'Mexican',
    MY: 'Malaysian',
    NG: 'Nigerian',
    NL: 'Dutch',
    NO: 'Norwegian',
    NZ: 'New Zealand',
  },
  ...{
    PE: 'Peruvian',
    PH: 'Philippine',
    PL: 'Polish',
    PT: 'Portuguese',
    RO: 'Romanian',
    RU: 'Russian',
    SE: 'Swedish',
  },
  ...{
    SG: 'Singaporean',
    TH: 'Thai',
    TR: 'Turkish',
    TW: 'Taiwanese',
    UA: 'Ukrainian',
    US: 'American',
    ZA: 'South African',
  },
};

/** Where a title was made. */
export const ORIGIN_FACETS: readonly FacetDefinition[] = Object.values(ORIGINS).map((words) => ({
  ...{ kind: 'origin' as const, words },
  slug: words.toLowerCase().replaceAll(' ', '-'),
}));

/** Whom a title is for. */
export const AUDIENCE_FACETS: readonly FacetDefinition[] = [
  {
    ...{ kind: 'for', slug: 'children', words: 'children' },
    ...{
      genres: ["children's", 'kids'],
      tags: ['kids', 'children', "children's film"],
      text: ["children's (?:\\w+ ){0,2}film"],
    },
  },
  {
    ...{ kind: 'for', slug: 'the-whole-family', words: 'the whole family' },
    ...{
      genres: ['family', 'children & family movies'],
      tags: ['family film'],
      text: ['family (?:comedy|adventure|fantasy)? ?film'],
    },
  },
];

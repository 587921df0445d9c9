import { FACET_KINDS, type FacetDefinition, type FacetKind } from './facet-definition';
import { VOCABULARY } from './vocabulary';

/** A conjunction of facets with a name, e.g. `coming-of-age comedies`. */
export interface MicroGenre {
  /** Facets in canonical order: `coming-of-age.comedies`. Depends on nothing else, so it is the same in every rebuild. */
  readonly slug: string;
  readonly name: string;
  /** Slugs of the facets, in canonical order. */
  readonly facets: readonly string[];
  readonly titleCount: number;
  /** Share of the titles that have all facets, over the product of the facets' own shares. */
  readonly lift: number;
  /** Odds of the genre among titles with all other facets over its odds among the rest. */
  readonly oddsRatio: number;
}

const BY_SLUG = new Map(VOCABULARY.map((facet, order) => [facet.slug, { ...facet, order }]));

const PHRASES: Readonly<Record<FacetKind, (words: readonly string[]) => string>> = {
  adjective: (words) => words.join(' '),
  origin: (words) => words.join(' '),
  compound: (words) => words.join(' '),
  genre: (words) => words.join(' '),
  'based-on': (words) => `based on ${joined(words)}`,
  'set-in': (words) => `set in ${joined(words)}`,
  decade: (words) => `from ${joined(words)}`,
  about: (words) => `about ${joined(words)}`,
  for: (words) => `for ${joined(words)}`,
};

function joined(words: readonly string[]): string {
  return words.join(' and ');
}

function definitionOf(slug: string): FacetDefinition & { readonly order: number } {
  const found = BY_SLUG.get(slug);
  if (!found) throw new RangeError(`${slug} is no facet of the vocabulary`);
  return found;
}

/** Facets in the one order of slugs and names: by kind, then as in the vocabulary. @throws RangeError for an unknown facet */
export function canonicalFacets(slugs: readonly string[]): string[] {
  return slugs
    .map(definitionOf)
    .sort((a, b) => FACET_KINDS.indexOf(a.kind) - FACET_KINDS.indexOf(b.kind) || a.order - b.order)
    .map(({ slug }) => slug);
}

/** The kind of a facet. @throws RangeError for an unknown one */
export function kindOfFacet(slug: string): FacetKind {
  return definitionOf(slug).kind;
}

/** Slug of a conjunction. @throws RangeError for an unknown facet */
export function microGenreSlug(slugs: readonly string[]): string {
  return canonicalFacets(slugs).join('.');
}

/** Name of a conjunction by the grammar: adjectives · origin · compound · genre · based on … · set in … · from … · about … · for … . @throws RangeError */
export function microGenreName(slugs: readonly string[]): string {
  const definitions = canonicalFacets(slugs).map(definitionOf);
  return FACET_KINDS.flatMap((kind) => {
    const words = definitions.filter((facet) => facet.kind === kind).map((facet) => facet.words);
    return words.length > 0 ? [PHRASES[kind](words)] : [];
  }).join(' ');
}

/** Parts of speech of a micro-genre's name, in the order in which they stand. */
export const FACET_KINDS = [
  'adjective',
  'origin',
  'compound',
  'genre',
  'based-on',
  'set-in',
  'decade',
  'about',
  'for',
] as const;

/** One of the parts. */
export type FacetKind = (typeof FACET_KINDS)[number];

/**
 * Something that may be true of a title, and how one can tell. To extend the vocabulary, add an entry to the list of its kind in
 * `vocabulary/`; slugs are for ever, words of the name may change.
 */
export interface FacetDefinition {
  readonly kind: FacetKind;
  /** Unique in the vocabulary, in URLs: lower case, letters, digits and hyphens. */
  readonly slug: string;
  /** As it stands in a name, without the words of its kind: `dragons` of `about dragons`. */
  readonly words: string;
  /** Genres of a catalogue that say so, lower case. */
  readonly genres?: readonly string[];
  /** Keywords that say so, lower case. */
  readonly tags?: readonly string[];
  /** Regular expressions over the synopsis, in its own case, word-bounded; one of a word is enough. */
  readonly text?: readonly string[];
}

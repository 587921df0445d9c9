import type { FacetStrengths } from './facet-strengths';

/** Who wrote a description. */
export const DESCRIPTION_SOURCES = ['composed', 'captioner'] as const;

/** One of the sources. */
export type DescriptionSource = (typeof DESCRIPTION_SOURCES)[number];

/** Where a captioner's words and what was read off the picture disagree. */
export interface DescriptionDoubt {
  /** `faces`, `lettering` or `darkness`. */
  readonly about: string;
  /** In plain words, for editors. */
  readonly detail: string;
}

/** What rankers and editors read of a picture instead of its pixels. */
export interface PictureDescription {
  readonly source: DescriptionSource;
  /** Of the words and of how they were made. */
  readonly version: string;
  /** What can be seen. */
  readonly shows: string;
  /** What it suggests: mood, genre. */
  readonly suggests: string;
  /** Both, 25 to 40 tokens: what goes into the prompt. */
  readonly text: string;
  /** Facet of the vocabulary → probability in [0, 1]; weak ones left out. */
  readonly facets: FacetStrengths;
  readonly doubts: readonly DescriptionDoubt[];
}

import type { FacetStrengths, PictureFeatures } from '@keyart/contracts';

/** What is known of a picture when its facets are read. */
export interface FacetSubject {
  /** A caption or description; null: there is none. */
  readonly words: string | null;
  /** Null: the picture itself was not read. */
  readonly features: PictureFeatures | null;
  readonly title: {
    readonly genres: readonly string[];
    /** Names outside the vocabulary are passed over. */
    readonly facets: FacetStrengths;
  };
}

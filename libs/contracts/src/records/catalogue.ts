import type { Aspect, Maturity } from './surface';

/** Facet name → strength in [0, 1] (artworks, titles) or [-1, 1] (tastes). */
export type FacetStrengths = Readonly<Record<string, number>>;

/** Review states of an artwork; only `approved` is ever shown. */
export const REVIEW_STATES = ['candidate', 'approved', 'rejected'] as const;

/** One of the review states. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A title of the catalogue. */
export interface TitleRecord {
  readonly titleId: string;
  readonly name: string;
  readonly year: number | null;
  readonly synopsis: string;
  readonly genres: readonly string[];
  readonly maturity: Maturity;
  readonly facets: FacetStrengths;
}

/** A picture of a title with everything eligibility and rankers need to know. */
export interface ArtworkRecord {
  readonly artworkId: string;
  readonly titleId: string;
  /** Content hash of the stored picture; null until a picture was uploaded. */
  readonly sha256: string | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly sizeBytes: number | null;
  readonly mediaType: string | null;
  readonly aspect: Aspect;
  /** Language of the lettering; null when the picture carries none. */
  readonly locale: string | null;
  /** Rights window, [from, until); null: unbounded. */
  readonly rightsFrom: Date | null;
  readonly rightsUntil: Date | null;
  readonly maturity: Maturity;
  readonly isSpoiler: boolean;
  readonly isEditorialDefault: boolean;
  readonly reviewState: ReviewState;
  readonly caption: string;
  readonly captionVersion: string;
  readonly facets: FacetStrengths;
  /** Drawn for the fixtures rather than taken from the work. */
  readonly isDrawn: boolean;
  readonly origin: string;
  readonly author: string;
  readonly licence: string;
}

import type { ArtworkReadingSummary } from './artwork-reading';
import type { FacetStrengths } from './facet-strengths';
import type { Aspect, Maturity } from './surface';

/** Review states of an artwork; only `approved` is ever shown. */
export const REVIEW_STATES = ['candidate', 'approved', 'rejected'] as const;

/** One of the review states. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Why an editor turned a picture down. */
export const REVIEW_REASONS = [
  'quality',
  'misleading',
  'spoiler',
  'lettering',
  'rights',
  'taste',
  'duplicate',
  'other',
] as const;

/** One of the reasons. */
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** A person of a title's cast. */
export interface CastMember {
  readonly name: string;
  /** Place on the bill, 1 first. */
  readonly billing: number;
  /** Share of the running time, in (0, 1]; null: not known. */
  readonly screenTimeFraction: number | null;
}

/** A title of the catalogue. */
export interface TitleRecord {
  readonly titleId: string;
  readonly name: string;
  readonly year: number | null;
  readonly synopsis: string;
  readonly genres: readonly string[];
  readonly maturity: Maturity;
  readonly facets: FacetStrengths;
  /** By billing; empty: not known. */
  readonly cast: readonly CastMember[];
  /** Keywords of what it is about; empty: not known. */
  readonly tags: readonly string[];
  /** ISO 3166-1 alpha-2, upper case; empty: not known. */
  readonly originCountries: readonly string[];
  /** ISO 639-1, lower case; null: not known. */
  readonly originalLanguage: string | null;
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
  /** 64 bits as hexadecimal digits, see `PictureFeatures.perceptualHash`. */
  readonly perceptualHash: string | null;
  /** What to show until the picture has come. */
  readonly blurhash: string | null;
  /** `#rrggbb`. */
  readonly dominantColour: string | null;
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
  /** Why it was rejected; null unless it was. */
  readonly reviewReason: ReviewReason | null;
  /** Where in the title's running time a frame was taken, in [0, 1]; null: no frame, or not known. */
  readonly framePositionFraction: number | null;
  /** Names of the cast that can be seen, as the editor says. */
  readonly shownPeople: readonly string[];
  /** The editor's words; empty: none yet. */
  readonly caption: string;
  readonly captionVersion: string;
  /** As the editor says; empty: nothing said. */
  readonly facets: FacetStrengths;
  /** What was read off the picture; null: nothing yet. */
  readonly reading: ArtworkReadingSummary | null;
  /** Drawn for the fixtures rather than taken from the work. */
  readonly isDrawn: boolean;
  readonly origin: string;
  readonly author: string;
  readonly licence: string;
}

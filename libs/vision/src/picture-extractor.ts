import type { DecodedPicture } from './decoded-picture';

/** A number of a feature group, for people and for whoever trains on it. */
export interface FeatureField {
  readonly name: string;
  /** `fraction`, `px`, `levels`, `degrees`, `ratio` … */
  readonly unit: string;
  /** Inclusive; an open end is Infinity. */
  readonly range: readonly [least: number, most: number];
}

/** Reads one group of features off a picture. Deterministic: equal bytes give equal features. */
export interface PictureExtractor<Features> {
  /** Name of the group, as in `PictureFeatures.versions`. */
  readonly name: string;
  /** Raised whenever an equal picture may come out differently; a stored group of another version is read anew. */
  readonly version: string;
  readonly fields: readonly FeatureField[];
  extract(picture: DecodedPicture): Promise<Features>;
}

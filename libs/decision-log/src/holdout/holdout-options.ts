/** From when on time is held out. */
export type HoldoutPeriod =
  /** From a moment on. */
  | { readonly kind: 'from'; readonly from: Date }
  /** So many days before the last decision, > 0. */
  | { readonly kind: 'last-days'; readonly dayCount: number }
  /** The latest decisions, so large a share of all, in (0, 1). */
  | { readonly kind: 'time-share'; readonly share: number };

/** What a holdout is made of, and how. */
export interface HoldoutOptions {
  /** The log. */
  readonly file: string;
  /** See `mapColumns`. */
  readonly map?: string;
  /** File for rows that are wrong; undefined: there must be none. */
  readonly quarantine?: string;
  /** Where the holdout goes: Parquet. */
  readonly out: string;
  /** Member-title pairs that are wanted, ≥ 1. */
  readonly pairCount: number;
  readonly period: HoldoutPeriod;
  /** In (0, 1). */
  readonly memberShare: number;
  readonly salt: string;
  /** Name of the uniform slice in the column `slice`. */
  readonly slice: string;
  /** Told in the manifest. */
  readonly version: string;
  readonly command: string;
  readonly now: Date;
  /** Fraction done, in [0, 1], and what is being done. */
  readonly onProgress?: (fraction: number, doing: string) => void;
}

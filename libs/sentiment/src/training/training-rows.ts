/** A review with the side that it is known to be on. */
export interface PolarityRow {
  readonly text: string;
  readonly isPositive: boolean;
  /** Title it is about: reviews of one title are held out together. */
  readonly group: string;
  /** Stars, where the reviewer gave any; only evaluated with. */
  readonly stars: number | null;
}

/** A short text with the labels that people gave it. */
export interface ToneRow {
  readonly text: string;
  readonly labels: readonly string[];
}

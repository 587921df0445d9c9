import type { SimilarityTitle } from '@keyart/similarity';

/** What a forecast reads of a title. */
export interface AudienceTitle extends SimilarityTitle {
  readonly isSeries: boolean;
  /** Years between its release and the week forecast for, ≥ 0; null: not known. */
  readonly ageYears: number | null;
}

/** Whether a title found its audience in a country: 1, 0, or −1 where it was not offered or nobody looked, which is not dislike. */
export type MarketOutcome = 1 | 0 | -1;

/** A title whose launch was seen. */
export interface LaunchedTitle extends AudienceTitle {
  /** Day of the first week in which any country charted it, `YYYY-MM-DD`. */
  readonly firstWeek: string;
  /** By place in `AudienceData.countries`. */
  readonly markets: readonly MarketOutcome[];
}

/** Launches to learn from. */
export interface AudienceData {
  /** ISO 3166-1 alpha-2, ascending. */
  readonly countries: readonly string[];
  readonly titles: readonly LaunchedTitle[];
}

/** A title has this long from its first week in any country to enter a country's chart. */
export const HORIZON_WEEKS = 4;

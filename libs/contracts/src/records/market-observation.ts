/** What was seen of a title in a country once it was out. */
export interface MarketObservation {
  readonly titleId: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** false: no rights, or not launched there; this says nothing of how it is liked. */
  readonly isOffered: boolean;
  /** Whether it entered the weekly top list within four weeks of its launch; false where it is not offered. */
  readonly isCharted: boolean;
  /** `YYYY-MM-DD` */
  readonly observedOn: string;
}

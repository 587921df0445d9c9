/** Chance that a title finds its audience (enters the weekly top list) in a country. */
export interface CountryAudience {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** In [0, 1]. */
  readonly probability: number;
  /** 80% interval of the probability, in [0, 1]. */
  readonly low: number;
  readonly high: number;
  /** Place among the countries, 1 the likeliest. */
  readonly rank: number;
  /** Whether it was seen there already; null: not offered or not observed there, which is not dislike. */
  readonly observed: boolean | null;
}

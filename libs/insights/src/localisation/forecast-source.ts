import type { CountryAudience } from '@keyart/contracts';

/** Says in which countries a title finds its audience. */
export interface ForecastSource {
  /** Every country once; null: there is no model to ask. */
  forecastOf(titleId: string): Promise<readonly CountryAudience[] | null>;
}

import type { CountryAudience } from '@keyart/contracts';

/** Says in which countries a title finds its audience. */
export interface ForecastSource {
  /** Every country once; null: there is no model to ask. */
  forecastOf(titleId: string): Promise<readonly CountryAudience[] | null>;
}

/** Where there is no model. */
export const NO_FORECASTS: ForecastSource = { forecastOf: () => Promise.resolve(null) };

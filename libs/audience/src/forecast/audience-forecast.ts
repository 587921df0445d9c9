import type { CountryAudience } from '@keyart/contracts';

/** A country's forecast with the learnt region it lies in. */
export interface CountryForecast extends CountryAudience {
  /** See `regionOf`. */
  readonly region: string;
}

/** A launched title that the forecast leans on. */
export interface AudienceDonor {
  readonly titleId: string;
  readonly name: string;
  /** Share of all donors' weight, in (0, 1]. */
  readonly weightFraction: number;
  /** Countries that charted it. */
  readonly countries: readonly string[];
}

/**
 * What a forecast could read. `no-synopsis`: there was none, or none of its words is known, as in a script the model has not met; the
 * interval is that of titles whose synopsis was hidden.
 */
export type ForecastEvidence = 'full' | 'no-synopsis';

/** Where a title finds its audience. */
export interface AudienceForecast {
  /** Every country of the model, likeliest first. */
  readonly countries: readonly CountryForecast[];
  /** Largest weight first. */
  readonly donors: readonly AudienceDonor[];
  /** Equally weighted donors that would say as much. */
  readonly effectiveDonorCount: number;
  readonly evidence: ForecastEvidence;
  /** Markets that the forecast was updated by. */
  readonly observedCount: number;
  readonly modelVersion: string;
}

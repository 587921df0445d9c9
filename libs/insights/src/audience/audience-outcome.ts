import type { AudienceForecast } from '@keyart/audience';

/** A title's forecast, or the expected reason that there is none. */
export type AudienceOutcome =
  | { readonly kind: 'forecast'; readonly forecast: AudienceForecast }
  | { readonly kind: 'unknown-title' }
  | { readonly kind: 'no-model' };

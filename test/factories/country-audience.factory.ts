import type { CountryAudience } from '@keyart/contracts';

/** A made-up forecast: chances by country, each with an interval of half of it around. */
export function forecastOf(chances: Readonly<Record<string, number>>): CountryAudience[] {
  return Object.entries(chances)
    .sort(([, a], [, b]) => b - a)
    .map(([country, probability], index) => ({
      ...{ country, probability, low: probability / 2, high: Math.min(1, 1.5 * probability) },
      ...{ rank: index + 1, observed: null },
    }));
}

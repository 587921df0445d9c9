import type { AudienceModel } from './audience-model';

/** The learnt region of a country, named by the countries in it that are most like the rest; null: the model does not know the country. */
export function regionOf(country: string, { core }: Pick<AudienceModel, 'core'>): string | null {
  const { countries, regions } = core.counts;
  const place = countries.indexOf(country);
  return place < 0 ? null : regions.names[regions.ofCountry[place]];
}

/** Every learnt region with its countries, the largest first. */
export function regionsOf({ core }: Pick<AudienceModel, 'core'>): ReadonlyMap<string, readonly string[]> {
  const { countries, regions } = core.counts;
  return new Map(
    regions.names.map((name, region) => [
      name,
      countries.filter((_, place) => regions.ofCountry[place] === region),
    ]),
  );
}

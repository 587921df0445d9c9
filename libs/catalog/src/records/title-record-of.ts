import type { TitleDto, TitleRecord } from '@keyart/contracts';
import { castOf } from '../cast-of';

/** The title as the catalogue keeps it. */
export function titleRecordOf(titleId: string, facts: TitleDto): TitleRecord {
  const { name, synopsis, genres, maturity, facets } = facts;
  const [year, cast] = [facts.year ?? null, castOf(facts.cast ?? [])];
  const origin = {
    tags: facts.tags ?? [],
    originCountries: facts.originCountries ?? [],
    originalLanguage: facts.originalLanguage ?? null,
  };
  return { titleId, name, year, synopsis, genres, maturity, facets, cast, ...origin };
}

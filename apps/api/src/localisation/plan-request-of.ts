import { LocalisationInputError, parseCountries, parseKinds, parseTracks } from '@keyart/audience';
import type { PlanQueryDto } from '@keyart/contracts';
import type { PlanRequest } from '@keyart/insights';
import { invalidParameter } from '../problems/invalid-parameter';

/** What a query asks for. @throws ProblemException `invalid-parameter` naming the parameter and its entry */
export function planRequestOf(query: PlanQueryDto & { readonly title: string }): PlanRequest {
  const { title, budget = null, existing = '', kinds, countries, notOffered, minutes } = query;
  return {
    ...{ titleId: title, budget },
    existing: parsed('existing', existing, parseTracks),
    ...(kinds !== undefined && { kinds: parsed('kinds', kinds, parseKinds) }),
    ...(countries !== undefined && { countries: parsed('countries', countries, parseCountries) }),
    ...(notOffered !== undefined && { notOffered: parsed('notOffered', notOffered, parseCountries) }),
    ...(minutes !== undefined && { runtimeMinutes: minutes }),
  };
}

function parsed<T>(field: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof LocalisationInputError)) throw error;
    throw invalidParameter([{ field, detail: error.message }]);
  }
}

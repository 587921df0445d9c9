import { isCountryCode, isLanguageCode } from '@keyart/contracts';
import { LocalisationInputError } from './errors';
import type { PlanQuestion } from './plan-question';
import { trackKey } from './track';

/** @throws LocalisationInputError naming what cannot be meant */
export function checkQuestion(question: PlanQuestion): void {
  const { budget, runtimeMinutes, existing, notOffered = [] } = question;
  if (budget !== undefined && budget !== null && !(budget >= 0))
    throw new LocalisationInputError('BAD_AMOUNT', `budget ${budget}: must be US dollars, 0 or more`);
  if (runtimeMinutes !== undefined && !(runtimeMinutes > 0 && Number.isFinite(runtimeMinutes)))
    throw new LocalisationInputError('BAD_AMOUNT', `minutes ${runtimeMinutes}: must be above 0`);
  for (const track of existing)
    if (!isLanguageCode(track.language))
      throw new LocalisationInputError('BAD_TRACK', `${trackKey(track)}: no language of ISO 639-1`);
  for (const country of notOffered) if (!isCountryCode(country)) throw badCountry(country);
}

/** The error of a country that ISO 3166-1 does not have. */
export function badCountry(country: string): LocalisationInputError {
  const hint = country === 'UK' ? ': the United Kingdom is GB' : ', such as GB';
  return new LocalisationInputError('BAD_COUNTRY', `${country} is no country of ISO 3166-1 alpha-2${hint}`);
}

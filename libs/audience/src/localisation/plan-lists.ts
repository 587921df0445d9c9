import { isCountryCode, WORK_KINDS, type WorkKind } from '@keyart/contracts';
import { badCountry } from './check-question';
import { LocalisationInputError } from './errors';

/**
 * Countries of a list such as `DE,GB`, each once.
 * @throws LocalisationInputError `BAD_COUNTRY` naming the entry
 */
export function parseCountries(text: string): string[] {
  return entriesOf(text).map((entry) => {
    if (isCountryCode(entry)) return entry;
    throw badCountry(entry);
  });
}

/**
 * Kinds of work of a list such as `dub,subtitle`, each once.
 * @throws LocalisationInputError `BAD_KIND` naming the entry, or an empty list
 */
export function parseKinds(text: string): WorkKind[] {
  const entries = entriesOf(text);
  if (entries.length === 0) throw badKind('nothing');
  return entries.map((entry) => {
    if (isWorkKind(entry)) return entry;
    throw badKind(entry);
  });
}

function entriesOf(text: string): string[] {
  const entries = text.split(',').map((entry) => entry.trim());
  return [...new Set(entries.filter((entry) => entry !== ''))];
}

function isWorkKind(text: string): text is WorkKind {
  return (WORK_KINDS as readonly string[]).includes(text);
}

function badKind(what: string): LocalisationInputError {
  return new LocalisationInputError('BAD_KIND', `${what}: must be some of ${WORK_KINDS.join(', ')}`);
}

import { getAlpha2Codes } from 'i18n-iso-countries';

/** Countries of ISO 3166-1 alpha-2, ascending. `UK` is none: the code is `GB`. */
export const COUNTRY_CODES: readonly string[] = Object.keys(getAlpha2Codes()).sort();

const KNOWN: ReadonlySet<unknown> = new Set(COUNTRY_CODES);

/** Whether a value is one of the codes, upper case. */
export function isCountryCode(value: unknown): value is string {
  return KNOWN.has(value);
}

import { getAlpha2Code, registerLocale } from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';

registerLocale(english);

/** Names that ISO does not have, and states that are no more: where their films are at home today. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'east germany': 'DE',
  'hong kong': 'HK',
  iran: 'IR',
  palestine: 'PS',
  russia: 'RU',
  'south korea': 'KR',
  'soviet union': 'RU',
  syria: 'SY',
  taiwan: 'TW',
  'vatican city': 'VA',
  venezuela: 'VE',
  vietnam: 'VN',
  'west germany': 'DE',
};

/** ISO 3166-1 alpha-2 of an English country name; null: not known. */
export function countryOfName(name: string): string | null {
  return OTHER_NAMES[name.trim().toLowerCase()] ?? getAlpha2Code(name.trim(), 'en') ?? null;
}

import type { WorkKind } from '@keyart/contracts';
import type { CountryReason, WorkItem } from './work-item';

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
const REGIONS = new Intl.DisplayNames('en', { type: 'region' });
const NUMBERS = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const NAMED_COUNT = 3;

/** Name of a language in English; the code where there is none. */
export function languageName(language: string): string {
  return LANGUAGES.of(language) ?? language;
}

/** Name of a country in English; the code where there is none. */
export function countryName(country: string): string {
  // What CLDR adds to the names of Hong Kong and Macao.
  return (REGIONS.of(country) ?? country).replace(/ SAR China$/, '');
}

/** What work it is, in words: `Dub in German`. */
export function workName({
  kind,
  language,
  country,
}: Pick<WorkItem, 'kind' | 'language' | 'country'>): string {
  const names: Readonly<Record<WorkKind, string>> = {
    subtitle: 'Subtitles in',
    dub: 'Dub in',
    artwork: 'Pictures lettered in',
    campaign: 'Campaign in',
  };
  return `${names[kind]} ${language === null ? countryName(country ?? '') : languageName(language)}`;
}

/** A piece of work and why, in one sentence. */
export function describeWork(item: Omit<WorkItem, 'sentence'>): string {
  const { viewers, value, cost, reasons } = item;
  if (viewers.value === 0) return `${workName(item)}: reaches nobody who is not reached already.`;
  const gain = `about ${NUMBERS.format(viewers.value)} more viewers (${NUMBERS.format(viewers.low)} to ${NUMBERS.format(viewers.high)})`;
  const money = `worth ${dollars(value.value)} for ${dollars(cost)}`;
  const named = reasons.slice(0, NAMED_COUNT).map((reason) => placeOf(item.kind, reason));
  const rest = reasons.length - named.length;
  const more = rest > 0 ? `; and ${rest} more ${rest === 1 ? 'country' : 'countries'}` : '';
  return `${workName(item)}: ${gain}, ${money}: ${named.join('; ')}${more}.`;
}

function placeOf(
  kind: WorkKind,
  { country, probability, languageShare, modePreference }: CountryReason,
): string {
  const chance = `chance of an audience ${percent(probability.value)}`;
  if (kind === 'campaign') return `${chance}, ${percent(languageShare)} can follow it as it stands`;
  const likes =
    modePreference === null
      ? ''
      : `, ${percent(modePreference)} like ${kind === 'dub' ? 'dubs' : 'subtitles'}`;
  return `${countryName(country)}: ${chance}, ${percent(languageShare)} know the language${likes}`;
}

function percent(fraction: number): string {
  return `${NUMBERS.format(100 * fraction)} %`;
}

/** Money in words: `$1,230`. */
export function dollars(money: number): string {
  return `${money < 0 ? '−' : ''}$${NUMBERS.format(Math.abs(money))}`;
}

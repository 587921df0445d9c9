import type { PlannedTitle } from '@keyart/audience';
import { describeFault, InputError, readCheckedJson, type FileFault } from '@keyart/common';
import type { CountryAudience } from '@keyart/contracts';
import { ForecastFile, type ForecastRow } from './forecast-file';

/** A title and its forecast. */
export interface TitleForecast {
  readonly title: PlannedTitle;
  readonly forecast: readonly CountryAudience[];
}

/**
 * Reads a forecast made elsewhere: `titleId`, `originalLanguage` and `countries`, see docs/insights/localisation.md.
 * @throws InputError `BAD_FORECAST_FILE` naming file, row and field of each fault
 */
export async function readForecastFile(file: string): Promise<TitleForecast> {
  const { value, faults } = await readCheckedJson(file, ForecastFile);
  if (!value || faults.length > 0) throw badFile(file, faults);
  const found = [...faultsOf(value.countries), ...localeFaults(value.artworkLocales ?? [])];
  if (found.length > 0) throw badFile(file, found);
  const { titleId, titleName = titleId, originalLanguage, artworkLocales = [], countries } = value;
  return { title: { titleId, name: titleName, originalLanguage, artworkLocales }, forecast: countries };
}

function faultsOf(rows: readonly ForecastRow[]): FileFault[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ country, probability, low, high }, index) => {
    const place = `countries[${index}]`;
    const first = seen.get(country);
    if (first === undefined) seen.set(country, index);
    return [
      ...(first === undefined ? [] : [{ place, detail: `${country} stands in countries[${first}] already` }]),
      ...(low <= probability && probability <= high
        ? []
        : [{ place, detail: `must be low ≤ probability ≤ high, not ${low}, ${probability}, ${high}` }]),
    ];
  });
}

function localeFaults(locales: readonly unknown[]): FileFault[] {
  return locales.flatMap((locale, index) =>
    locale === null || (typeof locale === 'string' && locale !== '')
      ? []
      : [
          {
            place: `artworkLocales[${index}]`,
            detail: 'must be a language, or null of a picture without lettering',
          },
        ],
  );
}

function badFile(file: string, faults: readonly FileFault[]): InputError {
  return new InputError('BAD_FORECAST_FILE', `${file}: ${faults.map(describeFault).join('; ')}`);
}

import type { AudienceData, AudienceTitle, LaunchedTitle } from '@keyart/audience';
import { InputError } from '@keyart/common';
import { isCountryCode } from '@keyart/contracts';
import { genreKeys } from '@keyart/features';
import { chartLaunches, launchKey, type ChartLaunches } from './chart-launches';
import { countryOfName } from './country-of-name';
import { readLaunchRows, type CatalogueRow, type LaunchFolders } from './launch-rows';
import { netflixGenres } from './netflix-genres';

/** How many lines became launches, and why others did not. */
export interface JoinCounts {
  readonly chartRowCount: number;
  readonly chartNameCount: number;
  readonly catalogueCount: number;
  /** Names of the chart that one title of the catalogue has. */
  readonly joinedCount: number;
  /** Of these, without the weeks to judge them by. */
  readonly unfinishedCount: number;
  /** Names that several titles of a kind share: left out. */
  readonly ambiguousCount: number;
  /** Names that only a title of the other kind has: left out. */
  readonly otherKindCount: number;
  /** Countries of origin that are no country's name, with titles each. */
  readonly unknownOrigins: Readonly<Record<string, number>>;
}

/** Launches with the catalogue that they are of. */
export interface Launches {
  readonly data: AudienceData;
  readonly catalogue: readonly AudienceTitle[];
  readonly join: JoinCounts;
}

function partsOf(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isSeriesRow({ type }: CatalogueRow): boolean {
  return type !== 'Movie';
}

function titleOf(row: CatalogueRow): AudienceTitle {
  const origins = partsOf(row.country).flatMap((name) => countryOfName(name) ?? []);
  return {
    ...{ titleId: row.show_id, name: row.title, year: row.release_year, synopsis: row.description ?? '' },
    ...{ genres: genreKeys(netflixGenres(row.listed_in ?? '')), tags: [] },
    people: [...partsOf(row.director).slice(0, 1), ...partsOf(row.cast)],
    ...{ originCountries: [...new Set(origins)], isSeries: isSeriesRow(row), ageYears: null },
  };
}

function unknownOrigins(rows: readonly CatalogueRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of rows.flatMap(({ country }) => partsOf(country)))
    if (countryOfName(name) === null) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function launchedAt(title: AudienceTitle, firstWeek: string): AudienceTitle {
  const ageYears = title.year === null ? null : Math.max(0, Number(firstWeek.slice(0, 4)) - title.year);
  return { ...title, ageYears };
}

function checkCountries({ countries }: ChartLaunches): void {
  const bad = countries.filter((country) => !isCountryCode(country));
  if (bad.length > 0)
    throw new InputError(
      'BAD_CORPUS',
      `--top10: country_iso2 has no country of ISO 3166-1: ${bad.join(', ')}`,
    );
}

function byKey(catalogue: readonly AudienceTitle[]): Map<string, AudienceTitle[]> {
  const found = new Map<string, AudienceTitle[]>();
  for (const title of catalogue) {
    const key = launchKey(title.isSeries, title.name);
    found.set(key, [...(found.get(key) ?? []), title]);
  }
  return found;
}

function otherKey(key: string): string {
  return key.startsWith('TV/') ? `Films/${key.slice(3)}` : `TV/${key.slice(6)}`;
}

/**
 * Joins charts with the catalogue by kind and name. Launches are in order of first week and id.
 * @throws InputError `MISSING_CORPUS`, `BAD_CORPUS`
 */
export async function readLaunches(folders: LaunchFolders): Promise<Launches> {
  const rows = await readLaunchRows(folders);
  const charts = chartLaunches(rows.charts);
  checkCountries(charts);
  const catalogue = rows.catalogue.map(titleOf);
  const named = byKey(catalogue);
  const keys = [...charts.launches.keys()];
  const counted = (isKind: (key: string) => boolean): number => keys.filter(isKind).length;
  const titles = keys.flatMap((key): LaunchedTitle[] => {
    const launch = charts.launches.get(key);
    const found = named.get(key);
    if (!launch?.markets || found?.length !== 1) return [];
    const { firstWeek, markets } = launch;
    return [{ ...launchedAt(found[0], firstWeek), firstWeek, markets }];
  });
  const joinedCount = counted((key) => named.get(key)?.length === 1);
  return {
    data: {
      countries: charts.countries,
      titles: titles.sort((a, b) => (`${a.firstWeek}${a.titleId}` < `${b.firstWeek}${b.titleId}` ? -1 : 1)),
    },
    catalogue,
    join: {
      ...{ chartRowCount: rows.charts.length, chartNameCount: keys.length, joinedCount },
      ...{ catalogueCount: catalogue.length, unfinishedCount: joinedCount - titles.length },
      ambiguousCount: counted((key) => (named.get(key)?.length ?? 0) > 1),
      otherKindCount: counted((key) => !named.has(key) && named.has(otherKey(key))),
      unknownOrigins: unknownOrigins(rows.catalogue),
    },
  };
}

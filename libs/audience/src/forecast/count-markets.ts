import type { DenseRows } from '@keyart/similarity';
import type { AudienceData, LaunchedTitle } from './audience-title';
import type { GroupReach, MarketCounts } from './audience-core';
import { learnRegions } from './learn-regions';
import { addMarkets, noMarkets, reachOf, shrunkRate, type MarketSums } from './market-sums';
import { logAge } from './title-age';

/** A country's rate is drawn to the global one by so many titles. */
const BASE_STRENGTH = 20;
/** People that count, by billing. */
export const PEOPLE_COUNT = 4;

/** Origins of a title; unknown ones are a group of their own. */
export function originsOf({ originCountries }: Pick<LaunchedTitle, 'originCountries'>): readonly string[] {
  return originCountries.length > 0 ? originCountries : [''];
}

function sumsByOrigin({ countries, titles }: AudienceData): Map<string, MarketSums> {
  const sums = new Map<string, MarketSums>();
  for (const title of titles)
    for (const origin of originsOf(title)) {
      const own = sums.get(origin) ?? noMarkets(countries.length);
      addMarkets(own, title.markets);
      sums.set(origin, own);
    }
  return sums;
}

function reachBy(
  titles: readonly LaunchedTitle[],
  groupsOf: (title: LaunchedTitle) => readonly string[],
): Map<string, GroupReach> {
  const groups = new Map<string, GroupReach>();
  for (const title of titles) {
    const own = reachOf(title.markets);
    for (const group of new Set(groupsOf(title))) {
      const { reach, titleCount } = groups.get(group) ?? { reach: 0, titleCount: 0 };
      groups.set(group, { reach: reach + own, titleCount: titleCount + 1 });
    }
  }
  return groups;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Counts launches. @param vectors `[titles × width]`, in order of the titles */
export function countMarkets(data: AudienceData, vectors: DenseRows, seed: string): MarketCounts {
  const { countries, titles } = data;
  const all = noMarkets(countries.length);
  for (const { markets } of titles) addMarkets(all, markets);
  const total = (sums: readonly number[]): number => sums.reduce((sum, value) => sum + value, 0);
  const globalRate = shrunkRate([total(all.charted), total(all.offered)], 0.5, 1);
  const ages = titles.flatMap(({ ageYears }) => (ageYears === null ? [] : [ageYears]));
  return {
    ...{ countries, all, globalRate, donors: titles, vectors },
    baseRates: countries.map((_, j) =>
      shrunkRate([all.charted[j], all.offered[j]], globalRate, BASE_STRENGTH),
    ),
    origins: sumsByOrigin(data),
    genres: reachBy(titles, ({ genres }) => genres),
    people: reachBy(titles, ({ people }) => people.slice(0, PEOPLE_COUNT)),
    regions: learnRegions(data, seed),
    meanLogAge: mean(ages.map(logAge)),
    newFraction: mean(ages.map((age) => (age < 1 ? 1 : 0))),
  };
}

import { HORIZON_WEEKS, type MarketOutcome } from '@keyart/audience';
import { nameKey } from '../world/film-name';
import type { ChartRow } from './launch-rows';

/** A name that charted: when first, and what came of it in each country within the horizon. */
export interface ChartLaunch {
  readonly firstWeek: string;
  /** null: its weeks go beyond those that are known. */
  readonly markets: readonly MarketOutcome[] | null;
}

/** Launches by kind and name, see `launchKey`. */
export interface ChartLaunches {
  readonly countries: readonly string[];
  readonly launches: ReadonlyMap<string, ChartLaunch>;
  readonly firstWeek: string;
  readonly lastWeek: string;
}

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** What launches and catalogues are joined by. */
export function launchKey(isSeries: boolean, name: string): string {
  return `${isSeries ? 'TV' : 'Films'}/${nameKey(name) || name.trim().toLowerCase()}`;
}

function weekAfter(week: string, count: number): string {
  return new Date(Date.parse(week) + count * WEEK_MS).toISOString().slice(0, 10);
}

function firstWeeks(charts: readonly ChartRow[]): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { category, name, country, week } of charts) {
    const key = launchKey(category === 'TV', name);
    const weeks = found.get(key) ?? new Map<string, string>();
    const known = weeks.get(country);
    if (known === undefined || week < known) weeks.set(country, week);
    found.set(key, weeks);
  }
  return found;
}

/**
 * Launches off weekly charts. A country charted a title (1) when it entered within the horizon from its first week anywhere, did not (0) when
 * it published charts in all of these weeks, and is missing (−1) otherwise.
 */
export function chartLaunches(charts: readonly ChartRow[]): ChartLaunches {
  const countries = [...new Set(charts.map(({ country }) => country))].sort();
  const published = new Set(charts.map(({ country, week }) => `${country} ${week}`));
  const weeks = [...new Set(charts.map(({ week }) => week))].sort();
  const [firstWeek, lastWeek] = [weeks[0], weeks[weeks.length - 1]];
  const launches = new Map<string, ChartLaunch>();
  for (const [key, byCountry] of firstWeeks(charts)) {
    const first = [...byCountry.values()].sort()[0];
    const window = Array.from({ length: HORIZON_WEEKS }, (_, i) => weekAfter(first, i));
    const outcomeOf = (country: string): MarketOutcome => {
      const entered = byCountry.get(country);
      if (entered !== undefined && window.includes(entered)) return 1;
      return window.every((week) => published.has(`${country} ${week}`)) ? 0 : -1;
    };
    const isOver = window[window.length - 1] <= lastWeek;
    launches.set(key, { firstWeek: first, markets: isOver ? countries.map(outcomeOf) : null });
  }
  return { countries, launches, firstWeek, lastWeek };
}

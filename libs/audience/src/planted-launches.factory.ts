import { createRandom, pick } from '@keyart/common';
import type { AudienceData, AudienceTitle, LaunchedTitle, MarketOutcome } from './forecast/audience-title';
import { sigmoid } from './forecast/logit';

/** Regions that like other things, of five countries each. */
export const PLANTED_REGIONS = [
  ['AR', 'BR', 'CL', 'CO', 'MX'],
  ['DK', 'FI', 'IS', 'NO', 'SE'],
  ['ID', 'IN', 'JP', 'MY', 'TH'],
] as const;

const THEMES = [
  { genre: 'romance', words: ['wedding', 'heart', 'letters', 'summer', 'secret'] },
  { genre: 'crime', words: ['detective', 'murder', 'harbour', 'winter', 'case'] },
  { genre: 'anime', words: ['sword', 'spirit', 'academy', 'dragon', 'island'] },
] as const;

const FIRST_MS = Date.parse('2024-01-07');
const WEEK_MS = 7 * 24 * 3600 * 1000;
const WEEKS = 40;
const COUNTRIES = [...PLANTED_REGIONS.flat()].sort();

/** A theme is liked where its region is; new titles and those at home go further; titles differ besides. */
function chance(
  theme: number,
  { title, country, luck }: { title: AudienceTitle; country: string; luck: number },
) {
  const region = PLANTED_REGIONS.findIndex((countries) => (countries as readonly string[]).includes(country));
  const isHome = title.originCountries.includes(country);
  return sigmoid(
    -2.6 + (region === theme ? 2.2 : 0) + (isHome ? 2 : 0) + (title.ageYears === 0 ? 1.2 : 0) + luck,
  );
}

/** Made-up launches with a planted structure: 15 countries in three regions, each fond of one of three themes. */
export function plantedLaunches(titleCount: number, seed: string): AudienceData {
  const random = createRandom(seed);
  const titles = Array.from({ length: titleCount }, (_, i): LaunchedTitle => {
    const theme = Math.floor(random.next() * THEMES.length);
    const { genre, words } = THEMES[theme];
    const ageYears = random.next() < 0.5 ? 0 : 1 + Math.floor(random.next() * 9);
    const told = Array.from({ length: 8 }, () => pick(random.next() < 0.8 ? words : THEMES[0].words, random));
    const title: AudienceTitle = {
      ...{ titleId: `launch-${i}`, name: `Launch ${i}`, year: 2024 - ageYears, synopsis: told.join(' ') },
      ...{ genres: [genre], tags: [], people: [], originCountries: [pick(COUNTRIES, random)] },
      ...{ isSeries: random.next() < 0.4, ageYears },
    };
    const luck = 4 * (random.next() - 0.5);
    const markets = COUNTRIES.map((country): MarketOutcome => {
      if (random.next() < 0.03) return -1;
      return random.next() < chance(theme, { title, country, luck }) ? 1 : 0;
    });
    const week = Math.floor((i / titleCount) * WEEKS);
    return { ...title, firstWeek: new Date(FIRST_MS + week * WEEK_MS).toISOString().slice(0, 10), markets };
  });
  return { countries: COUNTRIES, titles };
}

import { HORIZON_WEEKS, type AudienceData } from './audience-title';

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** Launches whose weeks were all over by that day, so that what came of them was known. @param day `YYYY-MM-DD` */
export function launchesKnownBy({ countries, titles }: AudienceData, day: string): AudienceData {
  const latest = Date.parse(day) - HORIZON_WEEKS * WEEK_MS;
  return { countries, titles: titles.filter(({ firstWeek }) => Date.parse(firstWeek) <= latest) };
}

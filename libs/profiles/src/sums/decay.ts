const DAY_MS = 86_400_000;

/**
 * Weights are told as of this instant, whenever they are computed. Decay multiplies all weights of a sum by one factor, so that means and effective
 * counts are those of any other instant, and sums of different days can be added.
 */
export const REFERENCE_AT_MS = Date.UTC(2020, 0, 1);

/** What is said of a title loses half its weight in half a year: opinion of films moves slowly, of running series with each season. */
export const TITLE_HALF_LIFE_DAYS = 180;

/** Moods pass sooner than opinions of films. */
export const VIEWER_HALF_LIFE_DAYS = 60;

/**
 * Weight of something that happened at an instant.
 * @param atMs from the year 1900 to 2200; others would leave the range of double precision when squared
 * @returns 2^((at − reference) / half-life), > 0
 */
export function decayWeight(atMs: number, halfLifeDays: number): number {
  return 2 ** ((atMs - REFERENCE_AT_MS) / DAY_MS / halfLifeDays);
}

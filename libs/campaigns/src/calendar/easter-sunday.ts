/** Whose Easter: Gregorian reckoning in the West, Julian in most Orthodox churches. */
export const EASTER_RECKONINGS = ['western', 'orthodox'] as const;

/** One of them. */
export type EasterReckoning = (typeof EASTER_RECKONINGS)[number];

const DAY_MS = 86_400_000;
/** Days that the Julian calendar is behind, 1900–2099. */
const JULIAN_LAG_DAYS = 13;

/**
 * Easter Sunday of a year in the Gregorian calendar.
 * Source: "anonymous Gregorian" and "Meeus's Julian" algorithms in Meeus, "Astronomical algorithms" (2nd edition 1998), chapter 8.
 * @param year western: 1583 and later; orthodox: 1900–2099
 * @returns `YYYY-MM-DD`
 */
export function easterSunday(year: number, reckoning: EasterReckoning): string {
  const atMs = reckoning === 'western' ? westernEasterAt(year) : orthodoxEasterAt(year);
  return new Date(atMs).toISOString().slice(0, 10);
}

function westernEasterAt(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return dateAt(year, h + l - 7 * m + 114);
}

function orthodoxEasterAt(year: number): number {
  const [a, b, c] = [year % 4, year % 7, year % 19];
  const d = (19 * c + 15) % 30;
  const e = (2 * a + 4 * b - d + 34) % 7;
  return dateAt(year, d + e + 114) + JULIAN_LAG_DAYS * DAY_MS;
}

/** 31 · month + day − 1. */
function dateAt(year: number, packed: number): number {
  return Date.UTC(year, Math.floor(packed / 31) - 1, (packed % 31) + 1);
}

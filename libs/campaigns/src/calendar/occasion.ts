import type { Tone } from '@keyart/contracts';
import { easterSunday, type EasterReckoning } from './easter-sunday';

/** When an occasion is, year by year. */
export type OccasionRule =
  /** `MM-DD`. */
  | { readonly kind: 'fixed'; readonly day: string }
  /** Days after Easter Sunday; negative: before. */
  | { readonly kind: 'easter'; readonly reckoning: EasterReckoning; readonly offsetDays: number }
  /** The nth weekday of a month; 0 is Sunday. */
  | { readonly kind: 'weekday'; readonly month: number; readonly weekday: number; readonly nth: number };

/** A day on which people somewhere are in a mood for something. */
export interface Occasion {
  readonly name: string;
  readonly rule: OccasionRule;
  /** ISO 3166-1 alpha-2, where it is observed. */
  readonly countries: readonly string[];
  /** Feelings that pictures for it may have. */
  readonly tones: readonly Tone[];
}

const DAY_MS = 86_400_000;

/** The occasion's day of a year, `YYYY-MM-DD`; null where the year has none, like 29 February. */
export function occasionDay(rule: OccasionRule, year: number): string | null {
  if (rule.kind === 'fixed') return fixedDay(`${String(year).padStart(4, '0')}-${rule.day}`);
  if (rule.kind === 'easter') return shifted(easterSunday(year, rule.reckoning), rule.offsetDays);
  const first = new Date(Date.UTC(year, rule.month - 1, 1));
  const offset = (rule.weekday - first.getUTCDay() + 7) % 7;
  const day = new Date(Date.UTC(year, rule.month - 1, 1 + offset + 7 * (rule.nth - 1)));
  return day.getUTCMonth() === rule.month - 1 ? textOf(day.getTime()) : null;
}

function fixedDay(day: string): string | null {
  const atMs = Date.parse(day);
  return Number.isNaN(atMs) || textOf(atMs) !== day ? null : day;
}

function shifted(day: string, days: number): string {
  return textOf(Date.parse(day) + days * DAY_MS);
}

function textOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

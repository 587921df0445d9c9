import type { Driver, DriverName, Outcome, Scope } from '@keyart/creative';
import { intervalText } from '@keyart/decision-log';

/** Two digits and a true minus, with its sign: stars and polarity are no finer. */
export function effectText(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return '0.00';
  return value > 0 ? `+${text}` : `−${text}`;
}

/** `+0.42 (+0.30 to +0.55)`. */
export function effectWithInterval({ effect, interval }: Pick<Driver, 'effect' | 'interval'>): string {
  return `${effectText(effect)} (${intervalText(interval, (end) => effectText(end ?? 0))})`;
}

/** What people call a driver. */
export function driverText({ kind, name }: DriverName): string {
  return kind === 'aspect' ? name : `tone: ${name}`;
}

/** The unit of effects. */
export const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  stars: 'stars of ten',
  polarity: 'points of polarity (−1 to 1)',
};

/** What reviews are of. @param names of titles, by id */
export function scopeName({ kind, value }: Scope, name?: string): string {
  switch (kind) {
    case 'all':
      return 'all titles';
    case 'title':
      return name ?? value;
    case 'genre':
      return `genre ${value}`;
    case 'micro-genre':
      return `micro-genre ${value}`;
  }
}

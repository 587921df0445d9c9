import type { Figure } from '@keyart/profiles';

const MUCH = 0.5;
const SOME = 0.15;

/** A polarity with its sign: `+0.46`. */
export function polarityText(polarity: number): string {
  const sign = polarity < 0 ? '−' : '+';
  return `${sign}${Math.abs(polarity).toFixed(2)}`;
}

/** An interval of polarities: `+0.31 to +0.60`. */
export function polarityInterval({ low, high }: Figure): string {
  return `${polarityText(low)} to ${polarityText(high)}`;
}

/** A polarity in a word or two. */
export function moodText(polarity: number): string {
  if (Math.abs(polarity) < SOME) return 'mixed';
  const side = polarity > 0 ? 'positive' : 'negative';
  return Math.abs(polarity) < MUCH ? `rather ${side}` : side;
}

/** A day: `3 Mar 2026`. */
export function dayText(ms: number): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(ms);
}

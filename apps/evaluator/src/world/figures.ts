import type { Interval } from '@keyart/simulation';

/** A share in percent, one digit, with a true minus. */
export function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`.replace('-', '−');
}

/** The ends of an interval. */
export function range({ low, high }: Interval): string {
  return `${percent(low)} to ${percent(high)}`;
}

/** A figure with its interval. */
export function withRange(interval: Interval): string {
  return `${percent(interval.value)} (${range(interval)})`;
}

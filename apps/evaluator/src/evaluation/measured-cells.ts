import type { Interval } from '@keyart/evaluation';

const DIGITS = 4;

/** A value for a table; – for none. */
export function valueCell(value: number | null): string {
  return value === null ? '–' : value.toFixed(DIGITS);
}

/** Both ends for a table; – for none. */
export function rangeCell(ends: Interval | null): string {
  return ends ? `${ends[0].toFixed(DIGITS)} – ${ends[1].toFixed(DIGITS)}` : '–';
}

/** A share of 1 in percent; – for none. */
export function percentCell(fraction: number | null): string {
  return fraction === null ? '–' : `${(100 * fraction).toFixed(1)}%`;
}

/** A p-value for a table; – for none. */
export function pValueCell(pValue: number | null): string {
  return pValue === null ? '–' : pValue.toPrecision(2);
}

/** 1 − α in percent, e.g. `95%`. */
export function levelCell(alpha: number): string {
  return `${Number((100 * (1 - alpha)).toPrecision(6))}%`;
}

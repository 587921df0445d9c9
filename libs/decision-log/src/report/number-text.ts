import type { Interval } from '@keyart/evaluation';

const UNKNOWN = '–';

/** A value of rewards: four decimals, more where it is small. */
export function valueText(value: number | null): string {
  if (value === null) return UNKNOWN;
  const size = Math.abs(value);
  return withMinus(size === 0 || size >= 0.001 ? value.toFixed(4) : value.toPrecision(2));
}

/** A difference, with its sign. */
export function signedText(value: number | null): string {
  return value !== null && value > 0 ? `+${valueText(value)}` : valueText(value);
}

/** Both ends. @param textOf of an end */
export function intervalText(interval: Interval | null, textOf = valueText): string {
  return interval ? `${textOf(interval[0])} to ${textOf(interval[1])}` : UNKNOWN;
}

/** A share of 1 in percent. */
export function percentText(fraction: number | null): string {
  if (fraction === null) return UNKNOWN;
  const percent = 100 * fraction;
  return `${withMinus(Math.abs(percent) >= 10 || percent === 0 ? percent.toFixed(1) : percent.toPrecision(2))}%`;
}

/** A share of 1 on an axis. */
export function tickPercentText(fraction: number): string {
  return `${shortText(100 * fraction)}%`;
}

/** A relative change in percent, with its sign. */
export function signedPercentText(fraction: number | null): string {
  return fraction !== null && fraction > 0 ? `+${percentText(fraction)}` : percentText(fraction);
}

/** A count with thousands apart. */
export function countText(count: number | null): string {
  return count === null ? UNKNOWN : Math.round(count).toLocaleString('en');
}

/** Any other number in three digits. */
export function shortText(value: number | null): string {
  if (value === null) return UNKNOWN;
  const digits = Number(value.toPrecision(3));
  return Math.abs(digits) < 1e6 ? withMinus(String(digits)) : withMinus(digits.toExponential(2));
}

/** 1 − α in percent, e.g. `95%`. */
export function levelText(alpha: number): string {
  return `${Number((100 * (1 - alpha)).toPrecision(6))}%`;
}

function withMinus(text: string): string {
  return text.replace(/^-/, '−');
}

const LEAST_TOLD_P = 1e-4;

/** A p-value in two digits; – for none. */
export function pValueText(pValue: number | null): string {
  if (pValue === null) return '–';
  return pValue < LEAST_TOLD_P ? '<0.0001' : String(Number(pValue.toPrecision(2)));
}

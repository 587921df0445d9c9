import { shortText, signedPercentText, signedText, tickPercentText } from '@keyart/decision-log';
import type { ComparisonResult } from '@keyart/evaluation';

const UNKNOWN = '–';
/** p-values below are not told apart in words. */
const SMALLEST_P = 0.0001;

/** An effect with its sign; a share of the control's mean in per cent. */
export function signedEffect(effect: number | null, isRelative: boolean): string {
  return isRelative ? signedPercentText(effect) : signedText(effect);
}

/** A size without a sign: a margin, a smallest effect. */
export function effectSize(size: number | null, isRelative: boolean): string {
  return signedEffect(size, isRelative).replace(/^\+/, '');
}

/** Both ends; one that is open as infinite. */
export function effectRange({ interval, relative }: Pick<ComparisonResult, 'interval' | 'relative'>): string {
  if (!interval) return UNKNOWN;
  const [low, high] = interval;
  return `${endText(low, relative) ?? '−∞'} to ${endText(high, relative) ?? '+∞'}`;
}

/** Effect and interval: `+19.9% (+13.5% to +26.3%)`; or why there is none of them. */
export function effectWithRange(one: ComparisonResult): string {
  if (one.effect === null) return one.problem ?? 'no effect';
  const range = one.interval ? effectRange(one) : (one.problem ?? 'no interval');
  return `${signedEffect(one.effect, one.relative)} (${range})`;
}

/** An effect on an axis. */
export function effectTick(isRelative: boolean): (value: number) => string {
  const textOf = isRelative ? tickPercentText : shortText;
  return (value) => (value > 0 ? `+${textOf(value)}` : textOf(value));
}

/** A p-value; very small ones as such. */
export function pText(p: number | null): string {
  if (p === null) return UNKNOWN;
  return p < SMALLEST_P ? `<${SMALLEST_P}` : String(Number(p.toFixed(p < 0.1 ? 4 : 3)));
}

/** `p = 0.03`, `p < 0.0001`. */
export function pStatement(p: number | null): string {
  const text = pText(p);
  return text.startsWith('<') ? `p < ${text.slice(1)}` : `p = ${text}`;
}

function endText(end: number | null, isRelative: boolean): string | null {
  return end === null || !Number.isFinite(end) ? null : signedEffect(end, isRelative);
}

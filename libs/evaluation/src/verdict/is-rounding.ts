import type { Comparison } from '../estimate/estimate-all';

/** Probabilities in text have 15 digits or more; no log is large enough for so small an error by chance. */
const SMALLEST_ERROR = 1e-12;

/** Whether a difference is what rounding makes of equal policies: its error, by the baseline's value, is that of doubles, not of a sample. */
export function isRounding({ difference, lift }: Comparison): boolean {
  return difference.standardError === 0 || (lift?.standardError ?? Infinity) < SMALLEST_ERROR;
}

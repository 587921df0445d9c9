import { InputError } from '@keyart/common';
import { adjustByBenjaminiHochberg } from '@keyart/evaluation';
import type { Advanced } from '../detector/advance';
import { SHIFT_ERROR_CODES } from '../errors';

/**
 * Which alarms of one bucket are told: those that Benjamini and Hochberg's procedure keeps among all streams that were scored, so that of the
 * alarms told no more than a share is false on average. The more streams, the higher a CUSUM must stand; an alarm kept back is judged again
 * with the next bucket.
 * @param streams `[m]`, of the same bucket
 * @param falseShare in (0, 1)
 * @returns `[m]`
 * @throws InputError `BAD_SHIFT_DESIGN`
 */
export function screenAlarms(
  streams: readonly Pick<Advanced, 'reading' | 'alarm'>[],
  falseShare: number,
): boolean[] {
  if (!(falseShare > 0 && falseShare < 1))
    throw new InputError(SHIFT_ERROR_CODES.badDesign, `falseShare ${falseShare}: must be in (0, 1)`);
  const adjusted = adjustByBenjaminiHochberg(streams.map(({ reading }) => reading.pValue));
  return streams.map(({ alarm }, i) => alarm !== null && (adjusted[i] ?? 1) <= falseShare);
}

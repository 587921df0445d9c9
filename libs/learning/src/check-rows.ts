import { InputError } from '@keyart/common';
import { LEARNING_ERROR_CODES } from './errors';
import type { RewardedChoice } from './training-row';

function faultOf(row: RewardedChoice): string | null {
  if (!(row.propensity > 0 && row.propensity <= 1)) return `propensity ${row.propensity} is not in (0, 1]`;
  if (!Number.isFinite(row.reward)) return `reward ${row.reward} is not a finite number`;
  const isCount = Number.isInteger(row.candidateCount) && row.candidateCount >= 1;
  return isCount ? null : `candidateCount ${row.candidateCount} is not a positive integer`;
}

/**
 * Refuses a log that cannot be learnt from without guessing.
 * @throws InputError `BAD_TRAINING_ROW` naming the first bad row's index and field
 */
export function checkRows(rows: readonly RewardedChoice[]): void {
  rows.forEach((row, index) => {
    const fault = faultOf(row);
    if (fault) throw new InputError(LEARNING_ERROR_CODES.badRow, `row ${index}: ${fault}`);
  });
}

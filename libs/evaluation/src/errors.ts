import { InputError } from '@keyart/common';

/** Codes of the errors this library throws. */
export const EVALUATION_ERROR_CODES = {
  badStatisticInput: 'BAD_STATISTIC_INPUT',
} as const;

/** Numbers that a statistic is not defined for. */
export class StatisticInputError extends InputError {
  constructor(detail: string) {
    super(EVALUATION_ERROR_CODES.badStatisticInput, detail);
  }
}

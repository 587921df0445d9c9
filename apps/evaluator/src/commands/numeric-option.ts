import { InputError } from '@keyart/common';

function bad(message: string): InputError {
  return new InputError('BAD_OPTION', message);
}

/** A number within limits. @throws InputError `BAD_OPTION` naming the option */
export function numberOf(option: string, text: string, [least, most]: readonly [number, number]): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw bad(`${option} ${text}: must be a number in [${least}, ${most}]`);
}

/** A whole number above 0. @throws InputError `BAD_OPTION` naming the option */
export function countOf(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw bad(`${option} ${text}: must be a whole number above 0`);
}

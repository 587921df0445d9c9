import { InputError } from '@keyart/common';
import { SEGMENT_ERROR_CODES } from '../errors';

interface CountedSettings {
  readonly k?: number;
  readonly leastEventCount?: number;
}

/** @throws InputError `BAD_SEGMENT_SETTING` naming the setting */
export function checkSettings({ k = 2, leastEventCount = 1 }: CountedSettings, largestK: number): void {
  const refuse = (problem: string): never => {
    throw new InputError(SEGMENT_ERROR_CODES.badSetting, problem);
  };
  if (!(Number.isInteger(k) && k >= 2 && k <= largestK))
    refuse(`k: must be a whole number from 2 to ${largestK}, not ${k}`);
  if (!(Number.isInteger(leastEventCount) && leastEventCount >= 1))
    refuse(`leastEventCount: must be a whole number above 0, not ${leastEventCount}`);
}

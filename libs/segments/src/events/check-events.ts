import { InputError } from '@keyart/common';
import { TONES } from '@keyart/contracts';
import { SEGMENT_ERROR_CODES } from '../errors';
import type { AffectEvent } from './affect-event';

type Range = readonly [least: number, most: number];

const TIME: Range = [-8.64e15, 8.64e15];
const SHARE: Range = [0, 1];
const RANGES = [
  ['polarity', [-1, 1]],
  ['intensity', SHARE],
  ['completion', SHARE],
  ['stars', [1, 5]],
] as const satisfies readonly (readonly [keyof AffectEvent, Range])[];
const KNOWN_TONES: ReadonlySet<string> = new Set(TONES);

function refuse(field: string, problem: string): never {
  throw new InputError(SEGMENT_ERROR_CODES.badEvent, `${field}: ${problem}`);
}

function checkNumber(field: string, value: number, [least, most]: Range): void {
  if (!(value >= least && value <= most))
    refuse(field, `must be a number in [${least}, ${most}], not ${value}`);
}

function checkEvent(event: AffectEvent, row: string): void {
  if (event.viewer === '') refuse(`${row}.viewer`, 'must not be empty');
  if (event.title === '') refuse(`${row}.title`, 'must not be empty');
  checkNumber(`${row}.atMs`, event.atMs, TIME);
  for (const [field, range] of RANGES) {
    const value = event[field];
    if (value !== null) checkNumber(`${row}.${field}`, value, range);
  }
  event.tones.forEach(({ tone, probability }, i) => {
    if (!KNOWN_TONES.has(tone)) refuse(`${row}.tones[${i}].tone`, `there is no tone '${tone}'`);
    checkNumber(`${row}.tones[${i}].probability`, probability, SHARE);
  });
}

/** Every row as it must be. @throws InputError `BAD_EVENT` naming the first bad row and its field */
export function checkEvents(events: readonly AffectEvent[]): void {
  events.forEach((event, i) => checkEvent(event, `events[${i}]`));
}

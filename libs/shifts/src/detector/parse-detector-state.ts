import { InputError } from '@keyart/common';
import { TERM_COUNT } from '../baseline/bucket-terms';
import { SHIFT_ERROR_CODES } from '../errors';
import { MEASURES } from '../measures/measure';
import { RECENT_COUNT, type DetectorState } from './detector-state';

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isAtLeast0: Check = (value) => isNumber(value) && Number(value) >= 0;
const isAge: Check = (value) => value === null || isNumber(value);
const isNumbers =
  (length: number): Check =>
  (value) =>
    Array.isArray(value) && value.length === length && value.every(isNumber);

const REGRESSION: Readonly<Record<string, Check>> = {
  ...{ coefficients: isNumbers(TERM_COUNT), covariance: isNumbers(TERM_COUNT ** 2) },
  ...{ freedom: isAtLeast0, residualSquares: isAtLeast0 },
};
const LEARNT: Readonly<Record<string, Check>> = {
  ...{ startAtMs: isNumber, ageDays: isAge, value: isNumber },
  weight: (value) => isNumber(value) && Number(value) > 0,
};
const OPEN = { startAtMs: isNumber, ageDays: isAge, value: isNumber, count: isAtLeast0 };

function check(value: unknown, place: string, fields: Readonly<Record<string, Check>>): void {
  if (typeof value !== 'object' || value === null) throw bad(place);
  const own = value as Readonly<Record<string, unknown>>;
  for (const [field, isRight] of Object.entries(fields))
    if (!isRight(own[field])) throw bad(`${place}.${field}`);
}

function bad(place: string): InputError {
  return new InputError(SHIFT_ERROR_CODES.badState, `detector state: ${place} is missing or wrong`);
}

/**
 * A state as it was stored.
 * @param value what `JSON.parse` gave
 * @throws InputError `BAD_DETECTOR_STATE` naming the field, also for another version: start the stream anew then
 */
export function parseDetectorState(value: unknown): DetectorState {
  check(value, 'state', {
    schema: (schema) => schema === 'shift-detector/1',
    measure: (measure) => MEASURES.some((one) => one === measure),
    engineVersion: (version) => version === null || typeof version === 'string',
    settled: (settled) => typeof settled === 'object' && settled !== null,
    open: (open) => open === null || typeof open === 'object',
  });
  const state = value as DetectorState;
  check(state.settled, 'settled', {
    ...{ up: isAtLeast0, down: isAtLeast0, ewma: isNumber, scoreCount: isAtLeast0 },
    recent: (recent) => Array.isArray(recent) && recent.length <= RECENT_COUNT,
  });
  check(state.settled.current, 'settled.current', REGRESSION);
  check(state.settled.anchor, 'settled.anchor', REGRESSION);
  state.settled.recent.forEach((bucket, i) => check(bucket, `settled.recent[${i}]`, LEARNT));
  if (state.open !== null) check(state.open, 'open', OPEN);
  return state;
}

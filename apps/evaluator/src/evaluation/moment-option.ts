import { InputError } from '@keyart/common';

const DAY_OR_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** A day or a time given as text. Times are UTC unless they say otherwise, on every machine. @throws InputError naming the option */
export function momentOf(option: string, text: string): Date {
  const isZoned = !text.includes('T') || /(Z|[+-]\d\d:\d\d)$/.test(text);
  const moment = new Date(isZoned ? text : `${text}Z`);
  if (DAY_OR_TIME.test(text) && isDay(text.slice(0, 10)) && Number.isFinite(moment.getTime())) return moment;
  throw new InputError(
    'BAD_EVALUATION_OPTION',
    `${option} ${text}: must be a day or a time, e.g. 2026-05-01 or 2026-05-01T12:00Z`,
  );
}

/** Dates run on past the end of a month: 30 February would be 2 March. */
function isDay(text: string): boolean {
  const day = new Date(text);
  return Number.isFinite(day.getTime()) && day.toISOString().startsWith(text);
}

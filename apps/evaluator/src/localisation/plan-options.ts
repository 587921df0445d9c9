import { parseCountries, parseKinds, parseTracks } from '@keyart/audience';
import { InputError, messageOf } from '@keyart/common';
import type { PlanRequest } from '@keyart/insights';
import { numberOf } from '../commands/numeric-option';

const MOST_MONEY = 1e12;
const MOST_MINUTES = 10_000;

/** Options of `keyart localisation plan` as they were typed. */
export interface PlanFlags {
  readonly title?: string;
  readonly forecast?: string;
  readonly existing: string;
  readonly budget?: string;
  readonly kinds?: string;
  readonly countries?: string;
  readonly notOffered?: string;
  readonly minutes?: string;
  readonly data?: string;
  readonly limit: string;
  readonly json: boolean;
}

/** What the options ask for, whatever the title. @throws InputError `BAD_OPTION` naming the option */
export function planOptions(flags: PlanFlags): Omit<PlanRequest, 'titleId'> {
  const { existing, budget, kinds, countries, notOffered, minutes } = flags;
  return {
    existing: parsed('--existing', existing, parseTracks),
    budget: budget === undefined ? null : numberOf('--budget', budget, [0, MOST_MONEY]),
    ...(kinds !== undefined && { kinds: parsed('--kinds', kinds, parseKinds) }),
    ...(countries !== undefined && { countries: parsed('--countries', countries, parseCountries) }),
    ...(notOffered !== undefined && { notOffered: parsed('--not-offered', notOffered, parseCountries) }),
    ...(minutes !== undefined && { runtimeMinutes: numberOf('--minutes', minutes, [1, MOST_MINUTES]) }),
  };
}

function parsed<T>(option: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError('BAD_OPTION', `${option} ${messageOf(error)}`);
  }
}

import { InputError } from '@keyart/common';
import type { HoldoutOptions, HoldoutPeriod } from '@keyart/decision-log';
import { numberOf, type NumberRange } from '../evaluation/evaluate-options';
import { momentOf } from '../evaluation/moment-option';

/** What `keyart holdout build` was given. */
export interface HoldoutFlags {
  readonly log: string;
  readonly out: string;
  readonly map?: string;
  readonly quarantine?: string;
  readonly pairs: string;
  readonly from?: string;
  readonly lastDays?: string;
  readonly timeShare?: string;
  readonly memberShare: string;
  readonly salt: string;
  readonly slice: string;
  readonly json?: string;
}

const SHARE: NumberRange = { isFine: (x) => x > 0 && x < 1, range: 'in (0, 1)' };
const DEFAULT_TIME_SHARE = '0.2';

/** What the options mean. @throws InputError naming the option */
export function holdoutOptionsOf(
  flags: HoldoutFlags,
  told: Pick<HoldoutOptions, 'version' | 'command' | 'now' | 'onProgress'>,
): HoldoutOptions {
  const { log: file, out, map, quarantine, slice } = flags;
  return {
    ...{ file, out, map, quarantine, period: periodOf(flags) },
    pairCount: numberOf('--pairs', flags.pairs, {
      isFine: (x) => Number.isInteger(x) && x >= 1,
      range: 'whole, 1 at least',
    }),
    memberShare: numberOf('--member-share', flags.memberShare, SHARE),
    salt: textOf('--salt', flags.salt),
    slice: textOf('--slice', slice),
    ...told,
  };
}

function periodOf({ from, lastDays, timeShare }: HoldoutFlags): HoldoutPeriod {
  const given = Object.entries({ '--from': from, '--last-days': lastDays, '--time-share': timeShare })
    .filter(([, value]) => value !== undefined)
    .map(([option]) => option);
  if (given.length > 1)
    throw new InputError('BAD_EVALUATION_OPTION', `${given.join(' and ')}: only one of them may be given`);
  if (from !== undefined) return { kind: 'from', from: momentOf('--from', from) };
  if (lastDays !== undefined)
    return {
      kind: 'last-days',
      dayCount: numberOf('--last-days', lastDays, { isFine: (x) => x > 0, range: '> 0' }),
    };
  return { kind: 'time-share', share: numberOf('--time-share', timeShare ?? DEFAULT_TIME_SHARE, SHARE) };
}

function textOf(option: string, text: string): string {
  if (text.trim() !== '') return text;
  throw new InputError('BAD_EVALUATION_OPTION', `${option} '${text}': must not be empty`);
}

import { InputError } from '@keyart/common';
import { normalSurvival } from '@keyart/evaluation';
import { SHIFT_ERROR_CODES } from '../errors';

/** Sums over the reviews of a title in some stretch of time that tell a campaign from an audience. */
export interface ReviewSigns {
  /** Reviews, ≥ 0. */
  readonly count: number;
  /** Length of the stretch, above 0. */
  readonly days: number;
  /** Reviews by accounts that were new when they wrote. */
  readonly newAccountCount: number;
  /** Reviews whose text leans the other way than their stars. */
  readonly againstStarsCount: number;
  /** Reviews whose text is nearly that of another of the title. */
  readonly nearDuplicateCount: number;
}

/** A sign of review bombing. */
export interface BombingSign {
  readonly sign: 'burst' | 'new-accounts' | 'text-against-stars' | 'near-duplicates';
  /** Reviews a day, or share of the reviews. */
  readonly before: number;
  readonly during: number;
  /** The same of the reviews beyond the usual number: those of a crowd, without the usual audience that thins it out. */
  readonly crowd: number;
  readonly isPresent: boolean;
}

/** Whether reviews look like a campaign. */
export interface BombingVerdict {
  /** A burst and at least two of the other three. */
  readonly isBombing: boolean;
  readonly signs: readonly BombingSign[];
}

/** Reviews a day, times what is usual. */
const LEAST_BURST = 1.5;
/** What a crowd has more of than the usual audience. A success brings new accounts as well, a meme some near-duplicates. */
const LEAST_RISES = { 'new-accounts': 0.15, 'text-against-stars': 0.08, 'near-duplicates': 0.1 } as const;
const MOST_BURST_P = 0.001;
const MOST_SIGN_P = 0.01;
const LEAST_OTHER_SIGNS = 2;
/** A pseudo-review on each side (Agresti & Caffo 2000), so that no share is without variance. */
const PSEUDO = 1;

function check(place: string, signs: ReviewSigns): void {
  const { count, days, ...parts } = signs;
  const wrong = (field: string, value: number): InputError =>
    new InputError(SHIFT_ERROR_CODES.badBucket, `${place}.${field} is ${value}`);
  if (!Number.isInteger(count) || count < 0) throw wrong('count', count);
  if (!(days > 0 && Number.isFinite(days))) throw wrong('days', days);
  for (const [field, value] of Object.entries(parts))
    if (!Number.isInteger(value) || value < 0 || value > count) throw wrong(field, value);
}

/** Reviews that were to be expected. */
function expectedCount(before: ReviewSigns, { days }: ReviewSigns): number {
  return ((before.count + PSEUDO) / before.days) * days;
}

function shareSign(
  sign: keyof typeof LEAST_RISES,
  [hitsBefore, hits]: readonly [number, number],
  { before, during }: { readonly before: ReviewSigns; readonly during: ReviewSigns },
): BombingSign {
  const rateOf = (own: number, { count }: ReviewSigns): number => (own + PSEUDO) / (count + 2 * PSEUDO);
  const varianceOf = (rate: number, { count }: ReviewSigns): number =>
    (rate * (1 - rate)) / (count + 2 * PSEUDO);
  const [usual, now] = [rateOf(hitsBefore, before), rateOf(hits, during)];
  const error = Math.sqrt(varianceOf(usual, before) + varianceOf(now, during));
  const isClear = normalSurvival((now - usual) / error) <= MOST_SIGN_P;
  const expected = Math.min(during.count, expectedCount(before, during));
  const extra = Math.max(1, during.count - expected);
  const crowd = Math.min(1, Math.max(0, (hits - usual * expected) / extra));
  return {
    ...{ sign, crowd, before: before.count > 0 ? hitsBefore / before.count : 0 },
    during: during.count > 0 ? hits / during.count : 0,
    isPresent: isClear && crowd - usual >= LEAST_RISES[sign],
  };
}

function burstSign(before: ReviewSigns, during: ReviewSigns): BombingSign {
  const expected = expectedCount(before, during);
  const isClear = normalSurvival((during.count - expected) / Math.sqrt(expected)) <= MOST_BURST_P;
  const [usual, now] = [before.count / before.days, during.count / during.days];
  return {
    ...{ sign: 'burst', before: usual, during: now, crowd: Math.max(0, now - usual) },
    isPresent: isClear && during.count >= LEAST_BURST * expected,
  };
}

/**
 * Tells review bombing from a shift of what people think: many more reviews at once and at least two of: new accounts, texts that contradict their
 * stars, texts that are nearly the same. One such sign is no proof: a premiere brings new accounts, a meme near-duplicates.
 * @param before reviews before the onset, e.g. four weeks
 * @param during reviews from the onset on
 * @throws InputError `BAD_SHIFT_BUCKET` naming the field
 */
export function judgeBombing(before: ReviewSigns, during: ReviewSigns): BombingVerdict {
  check('before', before);
  check('during', during);
  const burst = burstSign(before, during);
  const both = { before, during };
  const others = [
    shareSign('new-accounts', [before.newAccountCount, during.newAccountCount], both),
    shareSign('text-against-stars', [before.againstStarsCount, during.againstStarsCount], both),
    shareSign('near-duplicates', [before.nearDuplicateCount, during.nearDuplicateCount], both),
  ];
  const isBombing =
    burst.isPresent && others.filter(({ isPresent }) => isPresent).length >= LEAST_OTHER_SIGNS;
  return { isBombing, signs: [burst, ...others] };
}

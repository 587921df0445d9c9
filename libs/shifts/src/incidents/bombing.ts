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
  readonly isPresent: boolean;
}

/** Whether reviews look like a campaign. */
export interface BombingVerdict {
  /** A burst and at least two of the other three. */
  readonly isBombing: boolean;
  readonly signs: readonly BombingSign[];
}

/** Reviews a day, times what is usual. */
const LEAST_BURST = 2;
/** A share has risen by so much, and so clearly. An audience that grows brings some new accounts too. */
const LEAST_RISES = { 'new-accounts': 0.2, 'text-against-stars': 0.1, 'near-duplicates': 0.1 } as const;
const MOST_P = 0.001;
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

function shareSign(
  sign: keyof typeof LEAST_RISES,
  [hitsBefore, countBefore]: readonly [number, number],
  [hits, count]: readonly [number, number],
): BombingSign {
  const shareOf = (own: number, all: number): number => (own + PSEUDO) / (all + 2 * PSEUDO);
  const [p, q] = [shareOf(hitsBefore, countBefore), shareOf(hits, count)];
  const error = Math.sqrt((p * (1 - p)) / (countBefore + 2 * PSEUDO) + (q * (1 - q)) / (count + 2 * PSEUDO));
  const [before, during] = [countBefore > 0 ? hitsBefore / countBefore : 0, count > 0 ? hits / count : 0];
  const isClear = normalSurvival((q - p) / error) <= MOST_P;
  return { sign, before, during, isPresent: isClear && during - before >= LEAST_RISES[sign] };
}

function burstSign(before: ReviewSigns, during: ReviewSigns): BombingSign {
  const expected = ((before.count + PSEUDO) / before.days) * during.days;
  const isClear = normalSurvival((during.count - expected) / Math.sqrt(expected)) <= MOST_P;
  const [usual, now] = [before.count / before.days, during.count / during.days];
  return {
    ...{ sign: 'burst', before: usual, during: now },
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
  const others = [
    shareSign('new-accounts', [before.newAccountCount, before.count], [during.newAccountCount, during.count]),
    shareSign(
      'text-against-stars',
      [before.againstStarsCount, before.count],
      [during.againstStarsCount, during.count],
    ),
    shareSign(
      'near-duplicates',
      [before.nearDuplicateCount, before.count],
      [during.nearDuplicateCount, during.count],
    ),
  ];
  const isBombing =
    burst.isPresent && others.filter(({ isPresent }) => isPresent).length >= LEAST_OTHER_SIGNS;
  return { isBombing, signs: [burst, ...others] };
}

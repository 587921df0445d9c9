import type { SentimentFlag } from '@keyart/contracts';
import type { ProfiledReview } from './profiled-review';

/** Accounts younger than this are new. */
export const NEW_ACCOUNT_DAYS = 7;
const NEW_ACCOUNT_RELIABILITY = 0.5;

/** What a flag leaves of a reading's worth; flags that are not here take nothing. */
const FLAG_RELIABILITIES: Partial<Record<SentimentFlag, number>> = {
  'no-words': 0,
  'emoji-only': 0.5,
  'unsupported-language': 0.25,
  instructions: 0.25,
  'possibly-ironic': 0.5,
};

/** Whether an account was new when the review was written; one of unknown age is not called new. */
export function isOfNewAccount({ accountAgeDays }: Pick<ProfiledReview, 'accountAgeDays'>): boolean {
  return accountAgeDays !== null && accountAgeDays < NEW_ACCOUNT_DAYS;
}

/**
 * How much a review weighs beside an ordinary one, in [0, 1]: less where the reading is doubtful or the account new.
 * The reading's confidence is not in it: polarity is `2 P − 1`, an expected value already, and weighting by confidence would pull
 * every mean outwards.
 */
export function reliabilityOf(review: Pick<ProfiledReview, 'flags' | 'accountAgeDays'>): number {
  const ofAccount = isOfNewAccount(review) ? NEW_ACCOUNT_RELIABILITY : 1;
  return review.flags.reduce((product, flag) => product * (FLAG_RELIABILITIES[flag] ?? 1), ofAccount);
}

/** Why a decision gives no row, in the order in which it is asked. */
export const EXCLUSIONS = {
  'outside-training-side': 'not on the training side of the holdout',
  'held-out-title': 'training members, held-out title',
  'after-cut': 'training members, from the cut date on',
  'single-candidate': 'a single candidate: nothing was chosen',
  'too-many-candidates': 'more candidates than letters',
  'not-engaged': 'shown and not taken: no row of its own in this recipe',
  'no-losing-picture': 'no picture that lost against the one taken among similar viewers',
  'no-rationale': 'no rationale for it in the file',
  'over-long': 'longer than the token limit',
} as const;

/** One of the reasons. */
export type Exclusion = keyof typeof EXCLUSIONS;

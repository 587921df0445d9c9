import type { ProfiledReview } from '../reviews/profiled-review';
import { isOfNewAccount } from '../reviews/reliability-of';
import { CopiedTexts } from '../text/copied-texts';

/** What makes a review in a burst suspect. */
export const BOMBING_SIGNS = ['new-accounts', 'copied-text', 'text-against-stars'] as const;

/** One of them. */
export type BombingSign = (typeof BOMBING_SIGNS)[number];

/** Stars and text that lean to different sides, both clearly. */
const LOW_STARS = 0.3;
const HIGH_STARS = 0.7;
const CLEAR_POLARITY = 0.3;
/** Two may copy one another; three are a campaign. */
const LEAST_COPIES = 3;

/** Whether stars and text contradict each other; false without stars. */
export function isTextAgainstStars({
  starFraction,
  polarity,
}: Pick<ProfiledReview, 'starFraction' | 'polarity'>): boolean {
  if (starFraction === null) return false;
  return (
    (starFraction <= LOW_STARS && polarity >= CLEAR_POLARITY) ||
    (starFraction >= HIGH_STARS && polarity <= -CLEAR_POLARITY)
  );
}

/** Which reviews of a burst show which sign. Short texts are compared, too: here the crowd of them is what tells. */
export function signsOf(
  burst: readonly ProfiledReview[],
): Readonly<Record<BombingSign, Set<ProfiledReview>>> {
  return {
    'new-accounts': new Set(burst.filter(isOfNewAccount)),
    'copied-text': copiesOf(burst),
    'text-against-stars': new Set(burst.filter(isTextAgainstStars)),
  };
}

function copiesOf(burst: readonly ProfiledReview[]): Set<ProfiledReview> {
  const worded = burst.filter(({ tokenCount }) => tokenCount > 0);
  const texts = new CopiedTexts();
  worded.forEach(({ simHash }) => texts.add(simHash));
  const sizes = new Map<number, number>();
  worded.forEach((_, index) => {
    const group = texts.groupOf(index);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  });
  return new Set(worded.filter((_, index) => (sizes.get(texts.groupOf(index)) ?? 0) >= LEAST_COPIES));
}

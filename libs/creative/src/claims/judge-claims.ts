import { createRandom } from '@keyart/common';
import { adjustByBenjaminiHochberg } from '@keyart/evaluation';
import type { AnalysedReview } from '../reviews/analysed-review';
import type { Claim } from './claim';
import type { ClaimResult } from './claim-result';
import { compareGroups } from './compare-groups';
import { verdictOfClaim } from './verdict-of-claim';

/**
 * Whether the data supports what is claimed. Each title counts once, as the value of its reviews; a claim stands where Welch's test over titles,
 * corrected over all claims (Benjamini and Hochberg 1995), the bootstrap of titles and the comparison without the largest title all say so.
 * It falls where a difference that matters would have been seen; otherwise there is too little data. Associational: genres are not drawn by lot.
 * @param seed of the bootstrap
 */
export function judgeClaims(
  reviews: readonly AnalysedReview[],
  claims: readonly Claim[],
  seed: string,
): ClaimResult[] {
  const compared = claims.map((claim, i) =>
    compareGroups(reviews, claim, createRandom(`claims/${seed}/${i}`)),
  );
  const adjusted = adjustByBenjaminiHochberg(compared.map(({ comparison }) => comparison?.pValue ?? null));
  return compared.map(({ comparison: found, ...groups }, i) => {
    const claim = claims[i];
    const comparison = found && { ...found, adjustedPValue: adjusted[i] ?? 1 };
    const test = 'Welch’s t over titles; bootstrap of titles';
    return { claim, ...verdictOfClaim(claim, groups, comparison), ...groups, test, comparison };
  });
}

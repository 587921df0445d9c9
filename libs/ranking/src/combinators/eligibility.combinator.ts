import { eligibleSlate } from '../eligible-slate';
import type { Policy } from '../policy';
import { unavailable, UNAVAILABLE_REASONS } from '../unavailable';

/**
 * Shows the inner policy the eligible candidates only, by artwork id, and gives the others probability 0 and no score.
 * Comes first: nothing after it may put mass on an ineligible artwork.
 * Unavailable: `no-eligible-artwork` (named under `editorial`, the tier that answers whenever anything is eligible),
 * and the inner policy's reasons.
 */
export function eligibility(policy: Policy): Policy {
  return {
    name: `eligibility(${policy.name})`,
    distribute(context, candidates) {
      const slate = eligibleSlate(candidates);
      if (slate.candidates.length === 0)
        return unavailable('editorial', UNAVAILABLE_REASONS.noEligibleArtwork);
      const answer = policy.distribute(context, slate.candidates);
      if (answer.kind === 'unavailable' || slate.candidates === candidates) return answer;
      return {
        ...answer,
        probabilities: slate.spread(answer.probabilities, 0),
        scores: slate.spread(answer.scores, null),
      };
    },
  };
}

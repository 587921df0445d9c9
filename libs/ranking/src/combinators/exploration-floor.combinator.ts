import { isEligible, type Candidate } from '../candidate';
import { checkParameter } from '../check-parameter';
import type { Policy } from '../policy';

/**
 * Mixes the uniform distribution in: p'_a = (1 − ε) p_a + ε/K over the K eligible, so that each keeps at least ε/K.
 * Comes last: nothing may take from the floor afterwards, not even a renormalisation. Exact in floating point too, since
 * rounding a sum is monotone. Two answers pass unchanged: a locked one, and one with a single eligible artwork.
 * Importance weights of the log are then at most K/ε, which bounds every inverse-propensity estimator's variance.
 * Unavailable exactly when the inner policy is.
 * @param epsilon ε in [0, 1]
 * @throws PolicyParameterError `epsilon`
 */
export function explorationFloor(policy: Policy, { epsilon }: { readonly epsilon: number }): Policy {
  checkParameter({ epsilon }, 0, 1);
  return {
    name: `floor(${policy.name})`,
    distribute(context, candidates) {
      const answer = policy.distribute(context, candidates);
      if (answer.kind === 'unavailable' || answer.isLocked) return answer;
      const probabilities = withFloor(answer.probabilities, candidates, epsilon);
      return { ...answer, probabilities };
    },
  };
}

function withFloor(
  probabilities: readonly number[],
  candidates: readonly Candidate[],
  epsilon: number,
): readonly number[] {
  const eligibleCount = candidates.reduce((count, one) => count + (isEligible(one) ? 1 : 0), 0);
  if (eligibleCount <= 1) return probabilities;
  const floor = epsilon / eligibleCount;
  return probabilities.map((probability, i) =>
    isEligible(candidates[i]) ? Math.min(1, (1 - epsilon) * probability + floor) : 0,
  );
}

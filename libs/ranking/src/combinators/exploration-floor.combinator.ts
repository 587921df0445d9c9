import { isEligible, type Candidate } from '../candidate';
import { checkParameter } from '../check-parameter';
import type { Policy } from '../policy';
import { redistribute } from '../redistribute';

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
      return redistribute(answer, { probabilities, stickyOutcome: answer.stickyOutcome, isLocked: false });
    },
  };
}

function withFloor(
  probabilities: readonly number[],
  candidates: readonly Candidate[],
  epsilon: number,
): readonly number[] {
  let eligibleCount = 0;
  for (let i = 0; i < candidates.length; i++) if (isEligible(candidates[i])) eligibleCount++;
  if (eligibleCount <= 1) return probabilities;
  const floor = epsilon / eligibleCount;
  const mixed = new Array<number>(candidates.length);
  for (let i = 0; i < candidates.length; i++) {
    mixed[i] = isEligible(candidates[i]) ? Math.min(1, (1 - epsilon) * probabilities[i] + floor) : 0;
  }
  return mixed;
}

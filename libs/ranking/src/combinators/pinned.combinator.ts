import { eligiblePosition } from '../candidate';
import { pointMass } from '../point-mass';
import type { Policy } from '../policy';
import { redistribute } from '../redistribute';

/**
 * Shows the artwork that the viewer pinned to the title: mass 1, `isLocked`, so that no floor is laid over it and
 * evaluators leave the decision out. A pinned artwork that is gone or no longer eligible changes nothing.
 * Goes outside of stickiness: what a viewer asks for comes before what a viewer happened to see.
 * Unavailable exactly when the inner policy is.
 */
export function pinned(policy: Policy): Policy {
  return {
    name: `pinned(${policy.name})`,
    distribute(context, candidates) {
      const answer = policy.distribute(context, candidates);
      if (answer.kind === 'unavailable' || context.pinnedArtworkId === null) return answer;
      const wanted = eligiblePosition(candidates, context.pinnedArtworkId);
      if (wanted === -1) return answer;
      const probabilities = pointMass(candidates.length, wanted);
      return redistribute(answer, { probabilities, stickyOutcome: 'pinned', isLocked: true });
    },
  };
}

import type { StickyOutcome } from '@keyart/contracts';
import { eligiblePosition } from '../candidate';
import { checkParameter } from '../check-parameter';
import type { ShownBefore } from '../decision-context';
import { pointMass } from '../point-mass';
import type { Policy, PolicyDistribution } from '../policy';
import { redistribute } from '../redistribute';

/** When a picture shown before is kept. */
export interface StickinessParameters {
  /** A picture younger than this stays, milliseconds ≥ 0. */
  readonly minimumMs: number;
  /** An older one is left only for a score better by at least this much, on the reward scale, ≥ 0. */
  readonly margin: number;
}

/**
 * Keeps the picture the viewer saw last, so that a page does not flicker between visits.
 * - `locked`: locked by a play or list-add and the lock has not run out: mass 1, `isLocked`; no floor is laid over it.
 * - `held`: younger than the minimum time, or no score is better by the margin: mass 1 before the floor.
 * - `released`: another is better by the margin, or the tier has no scores to compare: the inner distribution.
 * - `none`: nothing was shown before, or it is no longer eligible: the inner distribution.
 *
 * A clock that went back counts as age 0. Needs the inner answer's scores, so it goes outside of the scoring tiers;
 * the previous picture is part of the context, so the propensity stays exact given the context.
 * Unavailable exactly when the inner policy is.
 * @throws PolicyParameterError `minimumMs` or `margin`
 */
export function stickiness(policy: Policy, parameters: StickinessParameters): Policy {
  checkParameter({ minimumMs: parameters.minimumMs, margin: parameters.margin }, 0);
  return {
    name: `stickiness(${policy.name})`,
    distribute(context, candidates) {
      const answer = policy.distribute(context, candidates);
      if (answer.kind === 'unavailable' || context.shownBefore === null) return answer;
      const { shownBefore, nowMs } = context;
      const previous = eligiblePosition(candidates, shownBefore.artworkId);
      if (previous === -1) return answer;
      const stickyOutcome = outcomeOf({ shownBefore, nowMs, scores: answer.scores, previous, parameters });
      const isReleased = stickyOutcome === 'released';
      const probabilities = isReleased ? answer.probabilities : pointMass(candidates.length, previous);
      return redistribute(answer, { probabilities, stickyOutcome, isLocked: stickyOutcome === 'locked' });
    },
  };
}

interface StickyCase {
  readonly shownBefore: ShownBefore;
  readonly nowMs: number;
  readonly scores: PolicyDistribution['scores'];
  readonly previous: number;
  readonly parameters: StickinessParameters;
}

function outcomeOf({ shownBefore, nowMs, scores, previous, parameters }: StickyCase): StickyOutcome {
  if (shownBefore.lockedUntilMs !== null && shownBefore.lockedUntilMs > nowMs) return 'locked';
  if (Math.max(0, nowMs - shownBefore.shownAtMs) < parameters.minimumMs) return 'held';
  const lead = leadOver(scores, previous);
  return lead !== null && lead < parameters.margin ? 'held' : 'released';
}

/** How far the best score is ahead of the previous picture's; null without scores. */
function leadOver(scores: PolicyDistribution['scores'], previous: number): number | null {
  const own = scores[previous];
  if (own === null) return null;
  let best = own;
  for (let i = 0; i < scores.length; i++) best = Math.max(best, scores[i] ?? own);
  return best - own;
}

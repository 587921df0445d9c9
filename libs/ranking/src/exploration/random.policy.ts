import { eligibleSlate } from '../eligible-slate';
import type { Policy } from '../policy';
import { unavailable, UNAVAILABLE_REASONS } from '../unavailable';

/** Version of the uniform policy; it has no model. */
export const UNIFORM_VERSION = 'uniform/1';

/**
 * Uniform over the eligible: p_a = 1/K. No scores. The cleanest logging policy there is.
 * Unavailable: `no-eligible-artwork`.
 */
export function randomPolicy(): Policy {
  return {
    name: 'random',
    distribute(_context, candidates) {
      const slate = eligibleSlate(candidates);
      const count = slate.candidates.length;
      if (count === 0) return unavailable('random', UNAVAILABLE_REASONS.noEligibleArtwork);
      return {
        kind: 'distribution',
        probabilities: slate.spread(new Array<number>(count).fill(1 / count), 0),
        scores: new Array<null>(candidates.length).fill(null),
        source: 'random',
        modelVersion: UNIFORM_VERSION,
        stickyOutcome: 'none',
        isLocked: false,
        tierFailures: [],
      };
    },
  };
}

import { pointMass } from '../point-mass';
import type { Policy } from '../policy';
import type { Scorer } from '../scorer';
import { firstMaximum } from './first-maximum';
import { scoredPolicy } from './scored-policy';

/**
 * All mass on the best score: p_a = 1{a = argmax ŝ}; of equal scores the smallest artwork id.
 * On its own it can not be evaluated or learnt from: serve it under an exploration floor.
 */
export function greedy(scorer: Scorer): Policy {
  const rule = (scores: readonly number[]): readonly number[] =>
    pointMass(scores.length, firstMaximum(scores));
  return scoredPolicy({ name: `greedy(${scorer.source})`, scorer, rule });
}

import { importanceWeight } from '@keyart/learning';
import type { WorldDecision } from '../log/world-decision';

/** Largest weight of a decision in a fit. */
const MAX_IMPORTANCE = 10;

/** Weight under which a decision counts as under uniform logging, clipped. */
export function importanceOf({ shown, probabilities }: WorldDecision): number {
  return importanceWeight(
    { propensity: probabilities[shown], candidateCount: probabilities.length },
    MAX_IMPORTANCE,
  );
}
